import { checkLevels } from '#contract/checks-report.ts';
import type { Finding } from './finding.ts';

const byLevel = (a: Finding, b: Finding) =>
  checkLevels.indexOf(a.level) - checkLevels.indexOf(b.level);

/** What a number has by itself and beside others, the worst first. */
export const joinFindings = (own: readonly Finding[], compared: readonly Finding[] = []) =>
  [...own, ...compared].sort(byLevel);

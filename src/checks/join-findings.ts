import { checkLevels } from '#contract/checks-report.ts';
import type { Finding } from './finding.ts';

const byLevel = (a: Finding, b: Finding) =>
  checkLevels.indexOf(a.level) - checkLevels.indexOf(b.level);

/** All findings of a number, its own and those from comparisons, the worst first. */
export const joinFindings = (own: readonly Finding[], compared: readonly Finding[] = []) =>
  [...own, ...compared].sort(byLevel);

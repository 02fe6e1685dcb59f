import type { CheckLevel } from '#contract/checks-report.ts';
import type { Finding } from './finding.ts';
import { rules } from './rules.ts';

export interface Summary {
  /** By rule id, how many numbers have a finding of it; every rule is there. */
  rules: Record<string, number>;
  /** By level, how many numbers have a finding of it; a number can be in several. */
  levels: Record<CheckLevel, number>;
}

/**
 * Counts numbers, not findings: a count beside a filter says how many rows it leaves, and a number
 * whose two controllers are both over plain http is one row.
 *
 * @param findings the findings of each number.
 */
export function summarise(findings: Iterable<readonly Finding[]>): Summary {
  const summary: Summary = {
    rules: Object.fromEntries(rules.map(({ id }) => [id, 0])),
    levels: { error: 0, warning: 0, info: 0 },
  };
  for (const ofNumber of findings) {
    for (const id of new Set(ofNumber.map((finding) => finding.id))) {
      summary.rules[id] = (summary.rules[id] ?? 0) + 1;
    }
    for (const level of new Set(ofNumber.map((finding) => finding.level))) {
      summary.levels[level] += 1;
    }
  }
  return summary;
}

import type { CheckLevel } from '#contract/checks-report.ts';
import type { Finding } from './finding.ts';
import { rules } from './rules.ts';

interface Summary {
  /** Numbers with a finding, by rule id; every rule is listed. */
  rules: Record<string, number>;
  /** Numbers with a finding, by level; a number can count in several levels. */
  levels: Record<CheckLevel, number>;
}

/**
 * Counts numbers, not findings: a count beside a filter says how many rows the filter leaves, and a
 * number with two findings of one rule is one row.
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

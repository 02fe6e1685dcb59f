import type { RentedNumber } from '#contract/number.ts';
import type { Finding } from './finding.ts';
import type { CheckContext } from './rule.ts';
import { numberRules } from './rules.ts';
import { toFinding } from './to-finding.ts';

/**
 * The findings in one number by itself, the worst first. They depend on the row and the clock
 * alone, so they can be kept while the row stays the same.
 */
export function checkNumber(row: RentedNumber, context: CheckContext): Finding[] {
  const findings: Finding[] = [];
  for (const rule of numberRules) {
    for (const remark of rule.check(row, context)) findings.push(toFinding(rule, remark));
  }
  return findings;
}

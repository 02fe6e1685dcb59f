import type { RentedNumber } from '#contract/number.ts';
import type { Finding } from './finding.ts';
import type { CheckContext } from './rule.ts';
import { numberRules } from './rules.ts';
import { toFinding } from './to-finding.ts';

/**
 * What the rules find in one number by itself, the worst first. It depends on nothing but the row
 * and the clock, so it can be kept for as long as the row is the same.
 */
export function checkNumber(row: RentedNumber, context: CheckContext): Finding[] {
  const findings: Finding[] = [];
  for (const rule of numberRules) {
    for (const remark of rule.check(row, context)) findings.push(toFinding(rule, remark));
  }
  return findings;
}

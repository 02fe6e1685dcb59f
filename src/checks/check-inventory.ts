import type { RentedNumber } from '#contract/number.ts';
import type { Finding } from './finding.ts';
import type { CheckContext } from './rule.ts';
import { inventoryRules } from './rules.ts';
import { toFinding } from './to-finding.ts';

/**
 * What the rules find that compare numbers with each other, by `number_sid`, the worst first.
 *
 * @param rows all of an inventory: of a part, the answer holds for that part only.
 */
export function checkInventory(
  rows: readonly RentedNumber[],
  context: CheckContext,
): Map<string, Finding[]> {
  const findings = new Map<string, Finding[]>();
  for (const rule of inventoryRules) {
    for (const [sid, remark] of rule.check(rows, context)) {
      const finding = toFinding(rule, remark);
      const others = findings.get(sid);
      if (others) others.push(finding);
      else findings.set(sid, [finding]);
    }
  }
  return findings;
}

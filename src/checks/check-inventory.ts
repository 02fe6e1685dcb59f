import type { Finding } from './finding.ts';
import type { CheckContext, ComparedRow } from './rule.ts';
import { inventoryRules } from './rules.ts';
import { toFinding } from './to-finding.ts';

/**
 * The findings of the rules that compare numbers with each other, by `number_sid`, the worst first.
 * The caller may pause at each `yield`; a few milliseconds of work lie between two of them.
 *
 * @param rows all rows of an inventory; for a part, the findings hold for that part only. The rows
 * must not change until the end.
 */
export function* checkInventory(
  rows: readonly ComparedRow[],
  context: CheckContext,
): Generator<void, Map<string, Finding[]>, void> {
  const findings = new Map<string, Finding[]>();
  for (const rule of inventoryRules) {
    for (const found of rule.check(rows, context)) {
      if (found === null) {
        yield;
        continue;
      }
      const [sid, remark] = found;
      const finding = toFinding(rule, remark);
      const others = findings.get(sid);
      if (others) others.push(finding);
      else findings.set(sid, [finding]);
    }
    yield;
  }
  return findings;
}

import type { Finding } from './finding.ts';
import type { CheckContext, ComparedRow } from './rule.ts';
import { inventoryRules } from './rules.ts';
import { toFinding } from './to-finding.ts';

/**
 * What the rules find that compare numbers with each other, by `number_sid`, the worst first. Each
 * `yield` is a place to pause, a few milliseconds behind the one before.
 *
 * @param rows all of an inventory: of a part, the answer holds for that part only. They stay as
 * they are until the end.
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

import type { RentedNumber } from '#contract/number.ts';
import { checkInventory } from './check-inventory.ts';
import { checkNumber } from './check-number.ts';
import type { Finding } from './finding.ts';
import { isPause } from './is-pause.ts';
import { joinFindings } from './join-findings.ts';
import type { CheckContext } from './rule.ts';

/**
 * Everything that the rules find in an inventory, by `number_sid`, the worst first. Numbers without
 * findings are not in it. Each `yield` is a place to pause, a few milliseconds behind the one before.
 *
 * 100,000 numbers take about 0.7 s on one core, 0.9 s when no two controllers have the same address.
 */
export function* checkSteps(
  rows: readonly RentedNumber[],
  context: CheckContext,
): Generator<void, Map<string, Finding[]>, void> {
  const compared = yield* checkInventory(rows, context);
  const findings = new Map<string, Finding[]>();
  for (const [at, row] of rows.entries()) {
    if (isPause(at)) yield;
    const all = joinFindings(checkNumber(row, context), compared.get(row.number_sid));
    if (all.length > 0) findings.set(row.number_sid, all);
  }
  return findings;
}

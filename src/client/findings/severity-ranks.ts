import { checkLevels } from '#contract/checks-report.ts';
import { bitsOf } from '../fields/rule-bits.ts';
import type { Ranks } from '../list/sort-rows.ts';

/** More than there are rules: each is a bit. */
const most = 32;
const levels = checkLevels.map(bitsOf);

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/**
 * The order of rows by their findings: the worst level first, within a level the most rules first.
 * Rows without a finding have no value.
 *
 * @param open by position, the rules with an open finding.
 */
export function severityRanks(open: Uint32Array): Ranks {
  const distinct = levels.length * most;
  const rankOf = open.map((bits) => {
    const level = levels.findIndex((mask) => (bits & mask) !== 0);
    return level < 0 ? distinct : level * most + (most - 1 - countBits(bits));
  });
  return { rankOf, distinct };
}

import { rules } from '#checks/rules.ts';
import { ruleBit } from '../fields/rule-bits.ts';
import type { Ranks } from '../list/sort-rows.ts';

/** More than there are rules: each is a bit. */
const most = 32;
/** The bits of the rules, the worst first. */
const masks = rules.map(({ id }) => ruleBit(id));

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/**
 * The order of rows by their findings: by the worst rule of each, so that a level and, within the
 * level, equal findings stand together; of those, the rows with the most rules first. Rows without a
 * finding have no value.
 *
 * @param open by position, the rules with an open finding.
 */
export function severityRanks(open: Uint32Array): Ranks {
  const distinct = masks.length * most;
  const rankOf = open.map((bits) => {
    const worst = masks.findIndex((mask) => (bits & mask) !== 0);
    return worst < 0 ? distinct : worst * most + (most - 1 - countBits(bits));
  });
  return { rankOf, distinct };
}

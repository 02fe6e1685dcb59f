import type { Sort } from '../fields/sort.ts';
import { columnRanks } from './rank-rows.ts';
import type { RowSet } from './row-set.ts';

/**
 * Positions of rows in the order of a column. Equal rows keep their order; rows without a value
 * come last in either direction. Counts ranks instead of comparing rows: linear in both.
 */
export function sortPositions(
  set: RowSet,
  positions: Uint32Array,
  { column, descending }: Sort,
): Uint32Array {
  const { rankOf, distinct } = columnRanks(set, column);
  const placeOf = (position: number) => {
    const rank = rankOf[position]!;
    return descending && rank < distinct ? distinct - 1 - rank : rank;
  };
  const ends = new Uint32Array(distinct + 2);
  for (const position of positions) ends[placeOf(position) + 1]! += 1;
  for (let place = 1; place < ends.length; place += 1) ends[place]! += ends[place - 1]!;
  const sorted = new Uint32Array(positions.length);
  for (const position of positions) {
    const place = placeOf(position);
    sorted[ends[place]!] = position;
    ends[place]! += 1;
  }
  return sorted;
}

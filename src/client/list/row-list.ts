import type { RentedNumber } from '#contract/number.ts';
import type { FacetCounts } from './match-rows.ts';
import type { RowSet } from './row-set.ts';

/** The rows to show, in their order. */
export interface RowView {
  readonly length: number;
  readonly facets: FacetCounts;
  at(index: number): RentedNumber | undefined;
  /** The index of the first row that passes, or -1. */
  findIndex(test: (row: RentedNumber) => boolean): number;
  /** The position of each in its set. */
  positions(): Uint32Array;
}

export const everyPosition = (length: number) =>
  Uint32Array.from({ length }, (_, position) => position);

/** Rows of a set in an order; all of them in their own one, where it is null. */
export function rowList(set: RowSet, order: Uint32Array | null, facets: FacetCounts): RowView {
  const length = order?.length ?? set.rows.length;
  const at = (index: number) => {
    const position = order === null ? index : order[index];
    return index < length && position !== undefined ? set.rows[position] : undefined;
  };
  return {
    length,
    facets,
    at,
    findIndex(test) {
      // Every index below the length has its row.
      for (let index = 0; index < length; index += 1) if (test(at(index)!)) return index;
      return -1;
    },
    positions: () => order ?? everyPosition(length),
  };
}

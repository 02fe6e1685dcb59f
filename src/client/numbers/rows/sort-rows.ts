import type { RentedNumber } from '#contract/number.ts';
import { type ColumnId, columnSpec } from '../columns.ts';

export interface Sort {
  column: ColumnId;
  descending: boolean;
}

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: false });
const isBlank = (value: string | number | null) => value === null || value === '';

function compare(a: string | number | null, b: string | number | null): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}

/** A sorted copy. Equal rows keep the order they arrived in; rows without a value come last. */
export function sortRows(
  rows: readonly RentedNumber[],
  { column, descending }: Sort,
): RentedNumber[] {
  const { sortValue } = columnSpec(column);
  const direction = descending ? -1 : 1;
  return rows
    .map((row) => ({ row, value: sortValue(row) }))
    .sort((a, b) => {
      const blanks = Number(isBlank(a.value)) - Number(isBlank(b.value));
      return blanks !== 0 || isBlank(a.value) ? blanks : direction * compare(a.value, b.value);
    })
    .map(({ row }) => row);
}

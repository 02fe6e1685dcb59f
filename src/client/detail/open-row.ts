import type { RentedNumber } from '#contract/number.ts';
import type { RowView } from '../list/row-view.ts';

type Findable = Pick<RowView, 'at' | 'findIndex'>;

/** The key of an open row in the address bar: its number, which Apifonica can be asked for. */
export const openKey = (row: RentedNumber, rows: Findable): string =>
  rows.at(rows.findIndex(({ number }) => number === row.number)) === row
    ? row.number
    : row.number_sid;

/** Whether a key of the address bar, a number or a SID, belongs to a row. */
export const isOpenRow = (row: RentedNumber, key: string) =>
  row.number === key || row.number_sid === key;

/** The index of the open row among the shown rows, or -1. */
export function openIndexOf(rows: Findable, key: string | null): number {
  if (key === null) return -1;
  return rows.findIndex((row) => isOpenRow(row, key));
}

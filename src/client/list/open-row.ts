import type { RentedNumber } from '#contract/number.ts';
import type { RowView } from './row-list.ts';
import type { RowSet } from './row-set.ts';

/**
 * The key of an open row in the address bar: its number, which Apifonica can be asked for; its SID if
 * another loaded row has the same number.
 */
export const openKey = (row: RentedNumber, { rows }: Pick<RowSet, 'rows'>): string =>
  rows.some((other) => other.number === row.number && other.number_sid !== row.number_sid)
    ? row.number_sid
    : row.number;

/** Whether a key of the address bar, a number or a SID, belongs to a row. */
export const isOpenRow = (row: RentedNumber, key: string) =>
  row.number === key || row.number_sid === key;

/** The index of the open row among the shown rows, or -1. */
export function openIndexOf(rows: Pick<RowView, 'findIndex'>, key: string | null): number {
  if (key === null) return -1;
  return rows.findIndex((row) => isOpenRow(row, key));
}

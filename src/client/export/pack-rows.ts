import type { RentedNumber } from '#contract/number.ts';
import { type ColumnId, exportFields } from '../fields/columns.tsx';
import { checksStore, whenChecked } from '../findings/checks-store.tsx';
import type { RowSet } from '../list/row-set.ts';
import { foundFields, type PackedTable, packTable } from './export-table.ts';
import { packFound } from './pack-found.ts';

const columnFields = (id: ColumnId) => (id === 'finding' ? foundFields : exportFields([id]));

/**
 * Packs the visible columns of rows for a worker. Their checks end first if the column of findings is
 * among them.
 */
export async function packRows(
  set: RowSet,
  positions: Uint32Array,
  columns: readonly ColumnId[],
  toNumber?: (row: RentedNumber) => string,
): Promise<PackedTable> {
  const fields = [...new Set(columns.flatMap(columnFields))];
  if (columns.includes('finding')) await whenChecked(set);
  const state = checksStore.get();
  return packTable(set, positions, fields, {
    toNumber,
    packFound: (field, rows) => packFound(state, set, field, rows),
  });
}

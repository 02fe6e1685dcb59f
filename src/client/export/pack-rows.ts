import type { RentedNumber } from '#contract/number.ts';
import { type ColumnId, exportFields } from '../fields/columns.tsx';
import { worstLevel } from '../fields/rule-bits.ts';
import { type ChecksState, checksStore, whenChecked } from '../findings/checks-store.tsx';
import { findingTexts } from '../findings/FindingCell.tsx';
import type { RowSet } from '../list/row-set.ts';
import * as words from '../words/checks.ts';
import {
  type ExportColumn,
  type FoundField,
  foundFields,
  type PackedTable,
  packTable,
} from './export-table.ts';

/** A field of the findings; rows with equal findings share a value. */
export function packFound(
  { checked, open }: Pick<ChecksState, 'checked' | 'open'>,
  set: RowSet,
  field: FoundField,
  positions: Uint32Array,
): ExportColumn {
  const textOf = (found: number) =>
    field === 'findings' ? findingTexts(found).join('; ') || null : worstLevel(found);
  const values: (string | null)[] = [];
  const codeOf = new Map<number | undefined, number>();
  // Selected rows of earlier lists are packed from a set of their own.
  const checkedAt = (position: number) =>
    checked?.set === set ? position : checked?.set.positionOf(set.rows[position]!.number_sid);
  const codes = positions.map((position) => {
    const found = open[checkedAt(position) ?? -1];
    const known = codeOf.get(found);
    if (known !== undefined) return known;
    codeOf.set(found, values.length);
    return values.push(found === undefined ? words.notChecked : textOf(found)) - 1;
  });
  return { field, values, codes };
}

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

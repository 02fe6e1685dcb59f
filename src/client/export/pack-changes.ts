import type { RentedNumber } from '#contract/number.ts';
import { type ColumnId, exportFields } from '../fields/columns.tsx';
import { createBreather } from '../lib/yield-to-page.ts';
import type { Compared } from '../list/compared.ts';
import type { RowSet } from '../list/row-set.ts';
import * as words from '../words/export.ts';
import { type ExportValue, type PackedTable, packTable } from './export-table.ts';

type Field = keyof RentedNumber;

type Changes = Pick<Compared, 'days' | 'kindOf' | 'beforeOf' | 'changedFields'>;

/**
 * Packs the differences of two kept lists: what became of each number between which moments, the
 * fields in which it changed, and the visible columns. A field that changed has its old value in a
 * column of its own before it, empty where the number has the same value as before. Without a changed
 * number there are no columns for what changed.
 */
export async function packChanges(
  set: RowSet,
  positions: Uint32Array,
  columns: readonly ColumnId[],
  { days, kindOf, beforeOf, changedFields: changedInAny }: Changes,
  toNumber?: (row: RentedNumber) => string,
): Promise<PackedTable> {
  const breathe = createBreather();
  // Every position belongs to a row.
  const rows = Array.from(positions, (position) => set.rows[position]!);
  const olds = rows.map(({ number_sid }) => beforeOf(number_sid));
  const differs = (field: Field, at: number) => {
    const old = olds[at];
    return old !== undefined && old[field] !== rows[at]?.[field];
  };
  const values = (read: (row: RentedNumber, at: number) => ExportValue) =>
    JSON.stringify(rows.map(read));

  const hasChanged = olds.some((old) => old !== undefined);
  const changedFields = hasChanged ? changedInAny : [];
  const fields = [...new Set([...exportFields(columns), ...changedFields])];
  const now = await packTable(set, positions, fields, { toNumber });
  const packed: PackedTable['columns'][number][] = [
    {
      field: 'change',
      values: values(({ number_sid }) => kindOf(number_sid) ?? null),
      codes: null,
    },
  ];
  for (const field of ['from', 'to'] as const) {
    const moment = JSON.stringify([days?.[field] ?? null]);
    packed.push({ field, values: moment, codes: new Uint32Array(rows.length) });
  }
  if (hasChanged) {
    packed.push({
      field: 'changed_fields',
      values: values((_, at) => changedFields.filter((field) => differs(field, at)).join(' ')),
      codes: null,
    });
  }
  for (const column of now.columns) {
    const field = changedFields.find((changed) => changed === column.field);
    if (field !== undefined) {
      const before = values((_, at) => (differs(field, at) ? (olds[at]?.[field] ?? null) : null));
      packed.push({ field: `${field}_before`, values: before, codes: null });
    }
    packed.push(column);
    await breathe();
  }
  return { count: positions.length, columns: packed, sheet: words.changesSheet };
}

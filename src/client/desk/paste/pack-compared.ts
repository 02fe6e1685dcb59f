import { rowLine } from '#contract/number-line.ts';
import type { PackedTable } from '../../export/export-table.ts';
import { packRows } from '../../export/pack-rows.ts';
import type { ColumnId } from '../../fields/columns.tsx';
import type { RowSet } from '../../list/row-set.ts';
import { nameBeside } from './beside-number.ts';
import type { PastedNumber } from './read-list.ts';

type Numbers = ReadonlyMap<string, PastedNumber>;

/** Whether the list has a text beside any number. */
export const hasNames = (numbers: Numbers): boolean => {
  for (const { beside } of numbers.values()) if (beside.length > 0) return true;
  return false;
};

const nameColumn = (names: readonly (string | null)[]) => ({
  field: 'list_name' as const,
  values: JSON.stringify(names),
  codes: null,
});

/** Our name of a row, and the one in the list, side by side for an export. */
function withName(columns: readonly ColumnId[]): readonly ColumnId[] {
  if (columns.includes('name')) return columns;
  return columns.toSpliced(columns.indexOf('number') + 1, 0, 'name');
}

/** Packs rows for an export, with the name in the list behind our own if the list has names. */
export async function packCompared(
  set: RowSet,
  positions: Uint32Array,
  shown: readonly ColumnId[],
  numbers: Numbers,
): Promise<PackedTable> {
  if (!hasNames(numbers)) return packRows(set, positions, shown);
  const { count, columns } = await packRows(set, positions, withName(shown));
  const names = Array.from(positions, (position) => {
    // Every position belongs to a row.
    const row = set.rows[position]!;
    return nameBeside(numbers.get(rowLine(row))?.beside ?? [], row.name);
  });
  const behindOurs = columns.findIndex(({ field }) => field === 'name') + 1;
  return { count, columns: columns.toSpliced(behindOurs, 0, nameColumn(names)) };
}

/** Packs numbers of the list that have no row, with their names if the list has names. */
export function packListed(listed: readonly PastedNumber[], numbers: Numbers): PackedTable {
  const digits = JSON.stringify(listed.map((one) => one.digits));
  const names = listed.map(({ beside }) => nameBeside(beside, null));
  return {
    count: listed.length,
    columns: [
      { field: 'number', values: digits, codes: null },
      ...(hasNames(numbers) ? [nameColumn(names)] : []),
    ],
  };
}

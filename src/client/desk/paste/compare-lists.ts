import type { RentedNumber } from '#contract/number.ts';
import { rowLine } from '#contract/number-line.ts';
import type { PackedTable } from '../../export/export-table.ts';
import { packRows } from '../../export/pack-rows.ts';
import type { ColumnId } from '../../fields/columns.tsx';
import type { RowSet } from '../../list/row-set.ts';
import { isOtherName, nameBeside } from './beside-number.ts';
import type { PastedNumber } from './read-list.ts';

type Numbers = ReadonlyMap<string, PastedNumber>;

export interface Comparison {
  /** Positions of rows whose number is in the list. */
  both: Uint32Array;
  /** Positions of those rows that have another name in the list. */
  renamed: Uint32Array;
  /** Positions of rows whose number is not in the list. */
  rentedOnly: Uint32Array;
  /** Numbers of the list without a row. */
  listOnly: readonly PastedNumber[];
}

/** Splits rows and a list into common and single numbers. Each part keeps its order. */
export function compareLists(rows: readonly RentedNumber[], numbers: Numbers): Comparison {
  const rented = new Set<PastedNumber>();
  const both: number[] = [];
  const renamed: number[] = [];
  const rentedOnly: number[] = [];
  for (const [position, row] of rows.entries()) {
    const pasted = numbers.get(rowLine(row));
    if (pasted === undefined) {
      rentedOnly.push(position);
      continue;
    }
    rented.add(pasted);
    both.push(position);
    if (isOtherName(pasted.beside, row.name)) renamed.push(position);
  }
  return {
    both: Uint32Array.from(both),
    renamed: Uint32Array.from(renamed),
    rentedOnly: Uint32Array.from(rentedOnly),
    listOnly: [...numbers.values()].filter((pasted) => !rented.has(pasted)),
  };
}

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

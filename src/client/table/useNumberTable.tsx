import {
  columnPinningFeature,
  createColumnHelper,
  FlexRender,
  type FlexRenderProps,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { RentedNumber } from '#contract/number.ts';
import type { Component, Elements } from '#jsx/jsx-runtime';
import { type ColumnId, columnLabel, columnSpec } from '../fields/columns.tsx';
import type { FoundInRows } from '../fields/found-in-rows.ts';
import type { ColumnTaste } from './useColumnTaste.ts';

/** The cell of a column where it is another one than that of the row. */
type CellOf = (row: RentedNumber, column: ColumnId) => Elements | undefined;

const features = tableFeatures({
  columnPinningFeature,
  // Not a part of the columns: new columns replace the headers, and with them a click under way.
  tableMeta: {} as { found: FoundInRows | null; cellOf: CellOf | undefined },
});

const helper = createColumnHelper<typeof features, RentedNumber>();

const toColumn = (id: ColumnId) =>
  helper.accessor(columnSpec(id).sortValue, {
    id,
    header: () => <span className="truncate">{columnLabel(id)}</span>,
    cell: ({ row: { original }, table: { options } }) =>
      options.meta?.cellOf?.(original, id) ??
      columnSpec(id).cell(original, options.meta?.found ?? null),
  });

/** Table's renderer of headers and cells, which are all elements in the columns above. */
export const TableContent = FlexRender as Component<FlexRenderProps<typeof features, RentedNumber>>;

/**
 * The table instance: columns, their pinning, header and cell rendering. It is given the columns
 * that are shown, in the reader's order, which spares the page the features for both.
 *
 * @param data the rows on screen, not the list: order, search and sort are the row engine's.
 * @param found the findings of the rows, if their column is shown.
 * @param cellOf gives the cells of changed values.
 */
export function useNumberTable(
  data: RentedNumber[],
  { shown, taste: { pinned } }: Pick<ColumnTaste, 'taste'> & { shown: readonly ColumnId[] },
  found: FoundInRows | null,
  cellOf?: CellOf,
) {
  const columns = useMemo(() => helper.columns(shown.map(toColumn)), [shown]);
  return useTable({
    features,
    columns,
    data,
    meta: { found, cellOf },
    getRowId: (row) => row.number_sid,
    state: {
      columnPinning: {
        start: shown.filter((id) => id === 'number' || pinned.includes(id)),
        end: [],
      },
    },
  });
}

export type NumberTableInstance = ReturnType<typeof useNumberTable>;

/**
 * Keys for the rows in the document. A row keeps its key while it stays; a new row takes over the key,
 * and so the elements, of a row that left: filling elements with other texts costs a fraction of
 * making them.
 */
export function createRowKeys() {
  let keys = new Map<string, number>();

  return (ids: readonly string[]): ReadonlyMap<string, number> => {
    const next = new Map<string, number>();
    const taken = new Set<number>();
    for (const id of ids) {
      const key = keys.get(id);
      if (key === undefined) continue;
      next.set(id, key);
      taken.add(key);
    }
    let free = 0;
    for (const id of ids) {
      if (next.has(id)) continue;
      while (taken.has(free)) free += 1;
      next.set(id, free);
      taken.add(free);
    }
    keys = next;
    return next;
  };
}

/** The keys of the rows of a table, by their SIDs. */
export function useRowKeys(data: readonly RentedNumber[]): ReadonlyMap<string, number> {
  const [keysOf] = useState(createRowKeys);
  return useMemo(() => keysOf(data.map((row) => row.number_sid)), [keysOf, data]);
}

import {
  columnPinningFeature,
  createColumnHelper,
  FlexRender,
  type FlexRenderProps,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import type { RentedNumber } from '#contract/number.ts';
import type { Component } from '#jsx/jsx-runtime';
import { type ColumnId, columnLabel, columnSpec } from '../fields/columns.tsx';
import type { FoundInRows } from '../fields/found-in-rows.ts';
import type { ColumnTaste } from './useColumnTaste.ts';

const features = tableFeatures({
  columnPinningFeature,
  // Not a part of the columns: new columns replace the headers, and with them a click under way.
  tableMeta: {} as { found: FoundInRows | null },
});

const helper = createColumnHelper<typeof features, RentedNumber>();

const toColumn = (id: ColumnId) =>
  helper.accessor(columnSpec(id).sortValue, {
    id,
    header: () => <span className="truncate">{columnLabel(id)}</span>,
    cell: ({ row, table }) => columnSpec(id).cell(row.original, table.options.meta?.found ?? null),
  });

/** Table's renderer of headers and cells, which are all elements in the columns above. */
export const TableContent = FlexRender as Component<FlexRenderProps<typeof features, RentedNumber>>;

/**
 * The table instance: columns, their pinning, header and cell rendering. It is given the columns
 * that are shown, in the reader's order, which spares the page the features for both.
 *
 * @param data the rows on screen, not the list: order, search and sort are the row engine's.
 * @param found the findings of the rows, if their column is shown.
 */
export function useNumberTable(
  data: RentedNumber[],
  { shown, taste: { pinned } }: Pick<ColumnTaste, 'taste'> & { shown: readonly ColumnId[] },
  found: FoundInRows | null,
) {
  const columns = useMemo(() => helper.columns(shown.map(toColumn)), [shown]);
  return useTable({
    features,
    columns,
    data,
    meta: { found },
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

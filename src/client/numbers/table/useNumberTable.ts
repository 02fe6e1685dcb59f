import {
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import type { RentedNumber } from '#contract/number.ts';
import { type ColumnId, columnIds, columnSpec, isColumnId } from '../columns.ts';
import type { Sort } from '../rows/sort-rows.ts';
import { cells } from './cells.tsx';

const features = tableFeatures({
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
});

const helper = createColumnHelper<typeof features, RentedNumber>();

const columns = helper.columns(
  columnIds.map((id) =>
    helper.accessor(columnSpec(id).sortValue, {
      id,
      header: columnSpec(id).label,
      size: columnSpec(id).size,
      cell: ({ row }) => cells[id](row.original),
    }),
  ),
);

const columnPinning = { start: ['number'], end: [] };

interface NumberTableOptions {
  /** The rows on screen, not the list: order, search and sort are the row engine's. */
  data: RentedNumber[];
  visibility: Record<ColumnId, boolean>;
  sort: Sort | null;
  onSort: (sort: Sort | null) => void;
}

/** The table instance: columns, their visibility, pinning and sizes, header and cell rendering. */
export function useNumberTable({ data, visibility, sort, onSort }: NumberTableOptions) {
  const sorting = useMemo(() => (sort ? [{ id: sort.column, desc: sort.descending }] : []), [sort]);
  return useTable({
    features,
    columns,
    data,
    getRowId: (row) => row.number_sid,
    manualSorting: true,
    enableMultiSort: false,
    sortDescFirst: false,
    state: { columnPinning, columnVisibility: visibility, sorting },
    onSortingChange(update) {
      const [next] = typeof update === 'function' ? update(sorting) : update;
      onSort(next && isColumnId(next.id) ? { column: next.id, descending: next.desc } : null);
    },
  });
}

export type NumberTableInstance = ReturnType<typeof useNumberTable>;

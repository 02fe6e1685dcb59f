import {
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import type { RentedNumber } from '#contract/number.ts';
import { type ColumnId, columnIds, columnSpec } from '../columns.ts';
import { cells } from './cells.tsx';

const features = tableFeatures({
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
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
}

/** The table instance: columns, their visibility, pinning and sizes, header and cell rendering. */
export function useNumberTable({ data, visibility }: NumberTableOptions) {
  return useTable({
    features,
    columns,
    data,
    getRowId: (row) => row.number_sid,
    state: { columnPinning, columnVisibility: visibility },
  });
}

export type NumberTableInstance = ReturnType<typeof useNumberTable>;

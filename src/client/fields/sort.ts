import type { ColumnId } from './columns.tsx';

/** The column that orders the rows, and which way. */
export interface Sort {
  column: ColumnId;
  descending: boolean;
}

import type { ColumnId } from './columns.ts';

/** The column that orders the rows, and which way. */
export interface Sort {
  column: ColumnId;
  descending: boolean;
}

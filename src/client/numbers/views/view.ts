import type { ColumnId } from '../columns.ts';

/** What a reader gave a name to: filters, search and sort, and how the table looks. */
export interface View {
  name: string;
  /** Filters, search and sort as the address bar has them. */
  query: string;
  /** The columns shown, in their order; null leaves them as they are. */
  columns: readonly ColumnId[] | null;
}

/** The longest name, which the address bar has to hold. */
export const longestName = 60;

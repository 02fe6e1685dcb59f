import type { TableTaste } from '../table/table-taste.ts';

/** What a reader gave a name to: filters, search and sort, and how the table looks. */
export interface View {
  name: string;
  /** Filters, search and sort as the address bar has them. */
  query: string;
  /** The columns and the density; null leaves them as they are. */
  table: TableTaste | null;
}

/** The longest name, which the address bar has to hold. */
export const longestName = 60;

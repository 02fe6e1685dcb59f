import type { TableTaste } from '../table/table-taste.ts';

/** Filters, search, sort and columns under a name that the reader chose. */
export interface View {
  name: string;
  /** Filters, search and sort as a query string. */
  query: string;
  /** The columns and the density; null leaves them as they are. */
  table: TableTaste | null;
}

/** The longest name: the address bar has to hold it. */
export const longestName = 60;

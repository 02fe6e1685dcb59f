import { type ColumnId, columnIds } from '../fields/columns.tsx';
import { arrangedColumns, type TableTaste } from '../table/table-taste.ts';
import type { ColumnTaste } from '../table/useColumnTaste.ts';

/** The look of the table as a view stores it: every column is named, shown or not. */
export const viewTable = ({ taste, visibility }: ColumnTaste): TableTaste => ({
  ...taste,
  shown: visibility,
});

/** A table with only these columns, in this order. Pinned columns stay pinned. */
export const withColumns = (taste: TableTaste, ids: readonly ColumnId[]): TableTaste => ({
  ...taste,
  shown: Object.fromEntries(columnIds.map((id) => [id, ids.includes(id)])),
  order: [...ids],
});

const looks = (taste: TableTaste) => {
  const shown = arrangedColumns(taste).filter((id) => id === 'number' || taste.shown[id]);
  const pinned = shown.filter((id) => taste.pinned.includes(id));
  const widths = shown.map((id) => taste.widths[id] ?? null);
  return JSON.stringify([shown, pinned, widths, taste.isCompact]);
};

/** Whether two tables look the same. The places of hidden columns do not count. */
export const looksSame = (a: TableTaste, b: TableTaste) => looks(a) === looks(b);

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

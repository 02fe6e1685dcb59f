import { type ColumnId, columnSpec } from '../columns.ts';
import { isPinned } from './change-taste.ts';
import { arrangedColumns, type TableTaste } from './table-taste.ts';

/** What is said of a column that was moved. */
export function moveWords(taste: TableTaste, id: ColumnId): string {
  const order = arrangedColumns(taste);
  return `${columnSpec(id).label} is now column ${order.indexOf(id) + 1} of ${order.length}`;
}

export const pinWords = (taste: TableTaste, id: ColumnId) =>
  `${columnSpec(id).label} is ${isPinned(taste, id) ? 'pinned' : 'no longer pinned'}`;

export const widthWords = (taste: TableTaste, id: ColumnId) =>
  `${columnSpec(id).label} is ${taste.widths[id]} pixels wide`;

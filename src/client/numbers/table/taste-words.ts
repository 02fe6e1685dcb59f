import { type ColumnId, columnLabel } from '../columns.ts';
import { isPinned } from './change-taste.ts';
import { arrangedColumns, type TableTaste } from './table-taste.ts';

/** What is said of a column that was moved. */
export function moveWords(taste: TableTaste, id: ColumnId): string {
  const order = arrangedColumns(taste);
  return `${columnLabel(id)} is now column ${order.indexOf(id) + 1} of ${order.length}`;
}

export const pinWords = (taste: TableTaste, id: ColumnId) =>
  `${columnLabel(id)} is ${isPinned(taste, id) ? 'pinned' : 'no longer pinned'}`;

export const widthWords = (taste: TableTaste, id: ColumnId) =>
  `${columnLabel(id)} is ${taste.widths[id]} pixels wide`;

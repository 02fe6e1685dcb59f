import { type ColumnId, columnLabel, columnSpec } from '../fields/columns.tsx';
import { formatCount } from '../lib/format.ts';
import { arrangedColumns, isPinned, type TableTaste } from './table-taste.ts';
import { columnsMenu as words } from './words.ts';

/** Announces a moved column. */
export function moveWords(taste: TableTaste, id: ColumnId): string {
  const order = arrangedColumns(taste);
  const place = formatCount(order.indexOf(id) + 1);
  return words.moved(columnLabel(id), place, formatCount(order.length));
}

export const pinWords = (taste: TableTaste, id: ColumnId) =>
  isPinned(taste, id) ? words.pinned(columnLabel(id)) : words.unpinned(columnLabel(id));

/** Announces a column's new width. */
export const widthWords = (taste: TableTaste, id: ColumnId) =>
  words.isWide(columnLabel(id), formatCount(taste.widths[id] ?? columnSpec(id).size));

export const usualWidthWords = (_: TableTaste, id: ColumnId) =>
  words.hasUsualWidth(columnLabel(id));

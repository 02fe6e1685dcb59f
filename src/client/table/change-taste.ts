import type { ColumnId } from '../fields/columns.ts';
import { arrangedColumns, type TableTaste, usualTaste } from './table-taste.ts';

export const narrowest = 48;
export const widest = 900;

export const isPinned = ({ pinned }: TableTaste, id: ColumnId) =>
  id === 'number' || pinned.includes(id);

/** Pins a column as the last of the pinned ones, or lets it go to where it was in the order. */
export const togglePinned = (taste: TableTaste, id: ColumnId): TableTaste => ({
  ...taste,
  pinned: taste.pinned.includes(id)
    ? taste.pinned.filter((pinned) => pinned !== id)
    : [...taste.pinned, id],
});

/** Puts a column where another is; the pinned ones and the others each keep to themselves. */
export function moveTo(taste: TableTaste, id: ColumnId, target: ColumnId): TableTaste {
  const order = arrangedColumns(taste);
  const at = order.indexOf(target);
  if (id === target || id === 'number' || target === 'number') return taste;
  if (isPinned(taste, id) !== isPinned(taste, target)) return taste;
  const next = order.filter((other) => other !== id).toSpliced(at, 0, id);
  const pinned = next.filter((other) => taste.pinned.includes(other));
  return { ...taste, order: next, pinned };
}

/** Moves a column by one among the given ones; an end, or the edge of the pinned ones, stops it. */
export function moveBy(
  taste: TableTaste,
  id: ColumnId,
  by: 1 | -1,
  among: readonly ColumnId[],
): TableTaste {
  const target = among[among.indexOf(id) + by];
  return target === undefined ? taste : moveTo(taste, id, target);
}

/** Gives a column a width in pixels; null lets it share the room again. */
export function setWidth(taste: TableTaste, id: ColumnId, width: number | null): TableTaste {
  const { [id]: _, ...others } = taste.widths;
  if (width === null || Number.isNaN(width)) return { ...taste, widths: others };
  const within = Math.round(Math.min(Math.max(width, narrowest), widest));
  return { ...taste, widths: { ...others, [id]: within } };
}

export const isUsual = (taste: TableTaste) => JSON.stringify(taste) === JSON.stringify(usualTaste);

import type { ColumnId } from '../fields/columns.tsx';
import { arrangedColumns, isPinned, type TableTaste, usualTaste } from './table-taste.ts';

export const narrowest = 48;
export const widest = 900;

/** Pins a column behind the other pinned columns, or unpins it to its place in the order. */
export const togglePinned = (taste: TableTaste, id: ColumnId): TableTaste => ({
  ...taste,
  pinned: taste.pinned.includes(id)
    ? taste.pinned.filter((pinned) => pinned !== id)
    : [...taste.pinned, id],
});

/** Moves a column to the place of another one; pinned columns stay among pinned ones. */
export function moveTo(taste: TableTaste, id: ColumnId, target: ColumnId): TableTaste {
  const order = arrangedColumns(taste);
  const at = order.indexOf(target);
  if (id === target || id === 'number' || target === 'number') return taste;
  if (isPinned(taste, id) !== isPinned(taste, target)) return taste;
  const next = order.filter((other) => other !== id).toSpliced(at, 0, id);
  const pinned = next.filter((other) => taste.pinned.includes(other));
  return { ...taste, order: next, pinned };
}

/** Moves a column by one place; the ends and the edge of the pinned columns stop it. */
export function moveBy(
  taste: TableTaste,
  id: ColumnId,
  by: 1 | -1,
  among: readonly ColumnId[],
): TableTaste {
  const target = among[among.indexOf(id) + by];
  return target === undefined ? taste : moveTo(taste, id, target);
}

/** Sets a column's width in pixels; null lets the column share the free room again. */
export function setWidth(taste: TableTaste, id: ColumnId, width: number | null): TableTaste {
  const { [id]: _, ...others } = taste.widths;
  if (width === null || Number.isNaN(width)) return { ...taste, widths: others };
  const within = Math.round(Math.min(Math.max(width, narrowest), widest));
  return { ...taste, widths: { ...others, [id]: within } };
}

export const isUsual = (taste: TableTaste) => JSON.stringify(taste) === JSON.stringify(usualTaste);

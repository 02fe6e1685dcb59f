import type { ColumnId } from '../fields/columns.tsx';

/** A header, from left to right, and whether it is among the pinned ones. */
export interface HeaderBox {
  id: ColumnId;
  left: number;
  right: number;
  isPinned: boolean;
}

interface Landing {
  /** The column whose place the dragged one takes. */
  target: ColumnId;
  /** The edge at which the column lands, in pixels. */
  edge: number;
}

/**
 * The place of a dragged column when it is dropped at `x`; null when it would not move. Pinned columns
 * stay among pinned ones, and no column goes before the number.
 */
export function columnLanding(
  headers: readonly HeaderBox[],
  dragged: ColumnId,
  x: number,
): Landing | null {
  const isPinned = headers.find(({ id }) => id === dragged)?.isPinned;
  const group = headers.filter((header) => header.id !== 'number' && header.isPinned === isPinned);
  const from = group.findIndex(({ id }) => id === dragged);
  const before = group.filter(({ left, right }) => (left + right) / 2 < x).length;
  const target = group[before > from ? before - 1 : before];
  if (from < 0 || !target || target.id === dragged) return null;
  return { target: target.id, edge: before > from ? target.right : target.left };
}

import type { ColumnId } from '../fields/columns.ts';

/** A header, from left to right, and whether it is among the pinned ones. */
export interface HeaderBox {
  id: ColumnId;
  left: number;
  right: number;
  isPinned: boolean;
}

export interface Landing {
  /** The column whose place the dragged one takes. */
  target: ColumnId;
  /** Where the edge is that it lands at. */
  edge: number;
}

/**
 * Where a dragged column lands when it is let go at `x`; null when it stays where it is. The pinned
 * columns and the others each keep to themselves, and nothing goes before the number.
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

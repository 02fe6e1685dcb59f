import type { ColumnId } from '../fields/columns.tsx';
import { columnAt, type GridHit } from './grid-hit.ts';

const edgeReach = 6;

/** The column whose right edge is under the pointer, and its present width in pixels. */
export function edgeAt(
  hit: GridHit | null,
  clientX: number,
): { column: ColumnId; width: number } | null {
  if (hit?.on !== 'header') return null;
  const { left, right } = hit.header.getBoundingClientRect();
  const header = clientX - left <= edgeReach ? hit.header.previousElementSibling : hit.header;
  if (!header || (header === hit.header && right - clientX > edgeReach)) return null;
  const column = columnAt(header);
  return column && { column, width: header.getBoundingClientRect().width };
}

/** The width at which no cell of a column in the document is cut off. */
export function fittingWidth(grid: HTMLElement, id: ColumnId): number {
  const count = grid.querySelectorAll('[role=columnheader]').length;
  // The browser measures each row by itself for an instant, before anything is painted.
  grid.style.setProperty('--columns', `repeat(${count}, max-content)`);
  grid.style.setProperty('--columns-width', '0px');
  const cells = [...grid.querySelectorAll<HTMLElement>(`[data-column="${id}"]`)];
  const widths = cells.map((cell) => {
    const box = cell.closest('[role=columnheader]') ?? cell;
    return box.getBoundingClientRect().width;
  });
  grid.style.removeProperty('--columns');
  grid.style.removeProperty('--columns-width');
  return Math.ceil(Math.max(...widths));
}

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

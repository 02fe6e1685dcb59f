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

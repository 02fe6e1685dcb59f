import type { ColumnId } from '../fields/columns.tsx';

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

import type { ColumnId } from '../fields/columns.tsx';
import { runShortcut, shortcutAction } from '../lib/shortcut.ts';
import { type Move, moveKeys, openKeys } from './grid-keys.ts';
import type { ActiveCell } from './useActiveCell.ts';
import { type Grid, useGridTool } from './useGrid.ts';

const pageStep = 20;

/** The cell that a move leads to. No move leads out of the grid. */
export function moveActive(
  { row, column }: ActiveCell,
  move: Move,
  columns: readonly ColumnId[],
  rowCount: number,
): ActiveCell {
  const at = Math.max(0, columns.indexOf(column));
  const toColumn = (index: number) =>
    columns[Math.min(Math.max(index, 0), columns.length - 1)] ?? column;
  const toRow = (index: number) => Math.min(Math.max(index, -1), rowCount - 1);
  switch (move) {
    case 'up':
      return { row: toRow(row - 1), column };
    case 'down':
      return { row: toRow(row + 1), column };
    case 'left':
      return { row, column: toColumn(at - 1) };
    case 'right':
      return { row, column: toColumn(at + 1) };
    case 'pageUp':
      return { row: Math.max(toRow(row - pageStep), Math.min(row, 0)), column };
    case 'pageDown':
      return { row: toRow(row + pageStep), column };
    case 'firstColumn':
      return { row, column: toColumn(0) };
    case 'lastColumn':
      return { row, column: toColumn(columns.length - 1) };
    case 'firstCell':
      return { row: toRow(0), column: toColumn(0) };
    case 'lastCell':
      return { row: toRow(rowCount - 1), column: toColumn(columns.length - 1) };
  }
}

/**
 * The keys that move from cell to cell and open a row. They are there with the first row, so that
 * no key is lost while the tools are loaded.
 */
export function useGridKeys(grid: Grid, rowCount: number, onOpen: (index: number) => void): void {
  const { active, columns } = grid;
  useGridTool(grid, 'keys', {
    keydown(event, hit) {
      const move = hit && shortcutAction(moveKeys, event);
      if (move !== null) {
        event.preventDefault();
        grid.focusCell(moveActive(active, move, columns, rowCount));
        return true;
      }
      if (hit?.on !== 'cell' || hit.part !== null) return false;
      return runShortcut(openKeys, event, { open: () => onOpen(hit.row) });
    },
  });
}

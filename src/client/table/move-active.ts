import type { ColumnId } from '../fields/columns.tsx';
import type { Move } from './grid-keys.ts';
import type { ActiveCell } from './useActiveCell.ts';

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

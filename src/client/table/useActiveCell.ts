import {
  type FocusEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { ColumnId } from '../fields/columns.tsx';
import { gridHit } from './grid-hit.ts';
import type { Move } from './grid-keys.ts';

/** The one cell that Tab reaches; row -1 is the header. */
export interface ActiveCell {
  row: number;
  column: ColumnId;
}

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
 * The active cell, or the nearest existing one, so that the grid always has a tab stop.
 *
 * @param firstRow 0 where the header has nothing to focus.
 */
export function withinGrid(
  { row, column }: ActiveCell,
  columns: readonly ColumnId[],
  rowCount: number,
  firstRow: -1 | 0 = -1,
): ActiveCell {
  return {
    row: Math.max(firstRow, Math.min(row, rowCount - 1)),
    column: columns.includes(column) ? column : 'number',
  };
}

/**
 * The active cell of a grid whose rows come and go (roving tabindex).
 *
 * @returns `onFocus` follows a focus that came from elsewhere.
 */
export function useActiveCell(
  grid: RefObject<HTMLElement | null>,
  columns: readonly ColumnId[],
  rowCount: number,
  firstRow: -1 | 0,
) {
  const [chosen, setActive] = useState<ActiveCell>({ row: -1, column: 'number' });
  const active = useMemo(
    () => withinGrid(chosen, columns, rowCount, firstRow),
    [chosen, columns, rowCount, firstRow],
  );
  const isWanted = useRef(false);

  const focusCell = useCallback((cell: ActiveCell) => {
    isWanted.current = true;
    setActive({ ...cell });
  }, []);

  useLayoutEffect(() => {
    if (!isWanted.current) return;
    isWanted.current = false;
    const selector = `[data-row="${active.row}"][data-column="${active.column}"]`;
    const cell = grid.current?.querySelector<HTMLElement>(selector);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [grid, active]);

  function onFocus({ target }: FocusEvent) {
    const hit = gridHit(target);
    if (hit === null || hit.on === 'row') return;
    const row = hit.on === 'header' ? -1 : hit.row;
    // A cell that is wanted next stays wanted when the focus passes through the present one.
    if (row === active.row && hit.column === active.column) return;
    setActive({ row, column: hit.column });
  }

  return { active, focusCell, onFocus };
}

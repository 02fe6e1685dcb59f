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

/** The one cell that Tab reaches; row -1 is the header. */
export interface ActiveCell {
  row: number;
  column: ColumnId;
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

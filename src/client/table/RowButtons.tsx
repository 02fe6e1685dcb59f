import { createPortal } from 'react-dom';
import { NumberButton } from './NumberButton.tsx';
import type { CellInUse } from './useCellInUse.ts';
import type { Grid } from './useGrid.ts';

interface RowButtonsProps {
  grid: Grid;
  inUse: CellInUse;
}

/**
 * The buttons beside the number of a row under the mouse or with the focus. A pair in every row would be
 * drawn anew in each frame while the table is scrolled.
 */
export function RowButtons({ grid, inUse: { cell, number } }: RowButtonsProps) {
  const beside = cell.parentElement?.querySelector<HTMLElement>('[data-column=number]');
  if (!beside) return null;
  return createPortal(
    // From the last digit on: a button without room there wraps out of sight, and covers no digit.
    <span
      // For React, the buttons are outside of the grid, which has to get their events too.
      {...grid.listeners}
      className="absolute right-0 flex h-5.5 flex-row-reverse flex-wrap overflow-clip font-mono text-[0.8125rem]"
      style={{ left: `calc(14px + 1.125rem + ${number.number_display.length}ch)` }}
    >
      <NumberButton does="copy" number={number} />
      <NumberButton does="open" number={number} />
    </span>,
    beside,
  );
}

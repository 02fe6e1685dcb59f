import { EllipsisVertical } from 'lucide-react';
import { createPortal } from 'react-dom';
import type { CheckMarks } from '../list/check-marks.ts';
import { buttonWords } from './cell-entries.ts';
import type { ActiveCell } from './useActiveCell.ts';
import type { CellInUse } from './useCellInUse.ts';
import type { Grid } from './useGrid.ts';

interface CellButtonProps {
  grid: Grid;
  hovered: CellInUse;
  found: CheckMarks | null;
  isOpen: boolean;
  onOpen: (place: ActiveCell, button: Element) => void;
  onClose: () => void;
}

const width = 16;
const padding = 6;
const fromEdge = 1;

/**
 * The button at the end of the cell under the mouse: one for all cells. It is put into the cell, so
 * that the row stays hovered, and where the cell ends, so that nothing moves.
 */
export function CellButton({ grid, hovered, found, isOpen, onOpen, onClose }: CellButtonProps) {
  const { cell, column, number } = hovered;
  const label = buttonWords(number, column, found);
  if (label === null) return null;
  return createPortal(
    <button
      // For React, the button is outside of the grid, which has to get its events too.
      {...grid.listeners}
      type="button"
      aria-label={label}
      title={label}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      tabIndex={-1}
      // An open menu keeps the focus, or it would close and open again.
      onMouseDown={(event) => event.preventDefault()}
      onClick={({ currentTarget, ctrlKey, metaKey, shiftKey }) => {
        // The grid selects the row.
        if (ctrlKey || metaKey || shiftKey) return;
        if (isOpen) onClose();
        else onOpen({ row: Number(cell.dataset.row), column }, currentTarget);
      }}
      className="absolute inline-grid h-6 place-items-center rounded bg-raised text-muted ring-1 ring-line hover:bg-line hover:text-ink aria-expanded:text-ink"
      style={{ width, marginLeft: cell.clientWidth - padding - width - fromEdge }}
    >
      <EllipsisVertical aria-hidden size={14} />
    </button>,
    cell,
  );
}

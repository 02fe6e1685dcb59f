import { EllipsisVertical } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { createPortal } from 'react-dom';
import type { RentedNumber } from '#contract/number.ts';
import type { ColumnId } from '../fields/columns.tsx';
import type { CheckMarks } from '../list/check-marks.ts';
import type { RowView } from '../list/row-list.ts';
import { buttonWords } from './cell-entries.ts';
import type { ActiveCell } from './useActiveCell.ts';
import { type Grid, useGridTool } from './useGrid.ts';

interface CellButtonProps {
  grid: Grid;
  rows: RowView;
  found: CheckMarks | null;
  isOpen: boolean;
  onOpen: (place: ActiveCell, button: Element) => void;
  onClose: () => void;
}

interface Hovered {
  /** The element, whose row may have moved since. */
  cell: HTMLElement;
  column: ColumnId;
  number: RentedNumber;
}

const width = 16;
const padding = 6;
const fromEdge = 1;

/**
 * The button at the end of the cell under the mouse: one for all cells. It is put into the cell, so
 * that the row stays hovered, and where the cell ends, so that nothing moves.
 */
export function CellButton({ grid, rows, found, isOpen, onOpen, onClose }: CellButtonProps) {
  const [hovered, setHovered] = useState<Hovered | null>(null);

  function hover(hit: (ActiveCell & { cell: HTMLElement }) | null) {
    if (isOpen || hit?.cell === hovered?.cell) return;
    const number = hit && rows.at(hit.row);
    setHovered(number ? { cell: hit.cell, column: hit.column, number } : null);
  }

  // Elements of rows that left now belong to other rows.
  useEffect(() => {
    if (hovered && rows.at(Number(hovered.cell.dataset.row)) !== hovered.number) setHovered(null);
  }, [rows, hovered]);

  useGridTool(grid, 'hover', {
    pointermove({ pointerType }, hit) {
      hover(pointerType !== 'touch' && hit?.on === 'cell' ? hit : null);
    },
    pointerleave({ relatedTarget }) {
      const isInside = relatedTarget instanceof Node && hovered?.cell.contains(relatedTarget);
      if (!isInside) hover(null);
    },
  });

  const onScroll = useEffectEvent(() => hover(null));
  useEffect(() => {
    const scroller = grid.element.current?.parentElement;
    const listener = () => onScroll();
    scroller?.addEventListener('scroll', listener, { passive: true });
    return () => scroller?.removeEventListener('scroll', listener);
  }, [grid.element]);

  const label = hovered && buttonWords(hovered.number, hovered.column, found);
  if (!hovered || label === null) return null;
  const { cell, column } = hovered;
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

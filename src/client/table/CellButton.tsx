import { EllipsisVertical } from 'lucide-react';
import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import { createPortal } from 'react-dom';
import type { RentedNumber } from '#contract/number.ts';
import type { RowView } from '../list/row-view.ts';
import { buttonWords } from './cell-entries.ts';
import { bodyCellOf, placeOf } from './cell-of.ts';

interface CellButtonProps {
  grid: RefObject<HTMLDivElement | null>;
  rows: RowView;
  isOpen: boolean;
  onOpen: (cell: HTMLElement, button: Element) => void;
  onClose: () => void;
}

interface Hovered {
  cell: HTMLElement;
  number: RentedNumber;
}

const width = 16;
const padding = 8;
const fromEdge = 1;

/**
 * The button at the end of the cell under the mouse: one for all cells. It is put into the cell, so
 * that the row stays hovered, and where the cell ends, so that nothing moves.
 */
export function CellButton({ grid, rows, isOpen, onOpen, onClose }: CellButtonProps) {
  const [hovered, setHovered] = useState<Hovered | null>(null);

  const hover = useEffectEvent((cell: HTMLElement | null) => {
    if (isOpen || cell === (hovered?.cell ?? null)) return;
    const number = cell && rows.at(placeOf(cell).row);
    setHovered(number ? { cell, number } : null);
  });

  // Elements of rows that left now belong to other rows.
  useEffect(() => {
    if (hovered && rows.at(placeOf(hovered.cell).row) !== hovered.number) setHovered(null);
  }, [rows, hovered]);

  useEffect(() => {
    const element = grid.current;
    if (!element) return;
    const controller = new AbortController();
    const options = { signal: controller.signal, passive: true };
    element.addEventListener(
      'pointermove',
      ({ target, pointerType }) => hover(pointerType === 'touch' ? null : bodyCellOf(target)),
      options,
    );
    element.addEventListener('pointerleave', () => hover(null), options);
    element.parentElement?.addEventListener('scroll', () => hover(null), options);
    return () => controller.abort();
  }, [grid]);

  const label = hovered && buttonWords(hovered.number, placeOf(hovered.cell).column);
  if (!hovered || label === null) return null;
  const { cell } = hovered;
  return createPortal(
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      tabIndex={-1}
      // An open menu keeps the focus, or it would close and open again.
      onMouseDown={(event) => event.preventDefault()}
      onClick={({ currentTarget }) => (isOpen ? onClose() : onOpen(cell, currentTarget))}
      className="absolute inline-grid h-6 place-items-center rounded bg-raised text-muted ring-1 ring-line hover:bg-line hover:text-ink aria-expanded:text-ink"
      style={{ width, marginLeft: cell.clientWidth - padding - width - fromEdge }}
    >
      <EllipsisVertical aria-hidden size={14} />
    </button>,
    cell,
  );
}

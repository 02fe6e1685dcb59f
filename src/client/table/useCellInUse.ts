import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { RentedNumber } from '#contract/number.ts';
import type { ColumnId } from '../fields/columns.tsx';
import { useStore } from '../lib/store.ts';
import type { RowView } from '../list/row-list.ts';
import { type GridHit, gridHit } from './grid-hit.ts';
import { type Grid, useGridTool } from './useGrid.ts';

export interface CellInUse {
  /** The element, whose row may have moved since. */
  cell: HTMLElement;
  column: ColumnId;
  number: RentedNumber;
}

function cellOf(hit: GridHit | null, rows: RowView): CellInUse | null {
  const number = hit?.on === 'cell' && rows.at(hit.row);
  return number ? { cell: hit.cell, column: hit.column, number } : null;
}

/** The cell under the mouse; the one before it for as long as it `isHeld`. */
export function useHoveredCell(grid: Grid, rows: RowView, isHeld: boolean): CellInUse | null {
  const [hovered, setHovered] = useState<CellInUse | null>(null);
  const mouse = useRef<{ x: number; y: number }>(null);

  function hover(hit: GridHit | null) {
    const cell = hit?.on === 'cell' ? hit.cell : undefined;
    if (!isHeld && cell !== hovered?.cell) setHovered(cellOf(hit, rows));
  }

  // Elements of rows that left now belong to other rows.
  useEffect(() => {
    if (hovered && rows.at(Number(hovered.cell.dataset.row)) !== hovered.number) setHovered(null);
  }, [rows, hovered]);

  useGridTool(grid, 'hover', {
    pointermove({ pointerType, clientX, clientY }, hit) {
      const isMouse = pointerType !== 'touch';
      mouse.current = isMouse ? { x: clientX, y: clientY } : null;
      hover(isMouse ? hit : null);
    },
    pointerleave({ relatedTarget }) {
      mouse.current = null;
      const row = hovered?.cell.parentElement;
      if (!(relatedTarget instanceof Node && row?.contains(relatedTarget))) hover(null);
    },
  });

  const node = useStore(grid.node);
  const onScroll = useEffectEvent(() => hover(null));
  const onRest = useEffectEvent(() => {
    const { current: at } = mouse;
    if (at) hover(gridHit(document.elementFromPoint(at.x, at.y)));
  });
  useEffect(() => {
    const scroller = node?.parentElement;
    const follow = () => onScroll();
    const rest = () => onRest();
    scroller?.addEventListener('scroll', follow, { passive: true });
    scroller?.addEventListener('scrollend', rest);
    return () => {
      scroller?.removeEventListener('scroll', follow);
      scroller?.removeEventListener('scrollend', rest);
    };
  }, [node]);

  return hovered;
}

/** The cell with the focus. */
export function useFocusedCell(grid: Grid, rows: RowView): CellInUse | null {
  const [focused, setFocused] = useState<CellInUse | null>(null);

  const onFocus = useEffectEvent((target: EventTarget | null) =>
    setFocused(cellOf(gridHit(target), rows)),
  );
  const node = useStore(grid.node);
  useEffect(() => {
    const { activeElement } = document;
    if (node?.contains(activeElement)) onFocus(activeElement);
    const enter = ({ target }: FocusEvent) => onFocus(target);
    const leave = () => setFocused(null);
    node?.addEventListener('focusin', enter);
    node?.addEventListener('focusout', leave);
    return () => {
      node?.removeEventListener('focusin', enter);
      node?.removeEventListener('focusout', leave);
    };
  }, [node]);

  // The row with the focus keeps its element, which another number may have by now.
  useEffect(() => {
    if (focused === null) return;
    const now = focused.cell.isConnected ? cellOf(gridHit(focused.cell), rows) : null;
    if (now?.number !== focused.number) setFocused(now);
  }, [rows, focused]);

  return focused;
}

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ColumnId } from '../fields/columns.tsx';
import { announce } from '../ui/announce.ts';
import { moveTo } from './change-taste.ts';
import { columnAt } from './grid-hit.ts';
import { columnLanding } from './header-geometry.ts';
import { isPinned } from './table-taste.ts';
import { moveWords } from './taste-words.ts';
import type { ColumnTaste } from './useColumnTaste.ts';
import { type Grid, useGridTool } from './useGrid.ts';

/** A press that moves less than this many pixels is a click, which sorts. */
const leastMove = 5;

interface ColumnDragProps {
  grid: Grid;
  columns: ColumnTaste;
}

interface Line {
  left: number;
  top: number;
  height: number;
}

/** Swallows the click that ends a drag; not every browser sends it to the element with the pointer. */
function swallowClick() {
  const swallow = (event: Event) => event.stopPropagation();
  addEventListener('click', swallow, { capture: true });
  setTimeout(() => removeEventListener('click', swallow, { capture: true }));
}

/**
 * Moves a column by its header, with a line where it lands. A finger scrolls the table instead, and
 * has the Columns menu.
 */
export function ColumnDrag({ grid, columns }: ColumnDragProps) {
  const { taste, setTaste } = columns;
  const press = useRef<{ header: Element; column: ColumnId; x: number }>(null);
  const state = useRef<'pressed' | 'dragging' | 'cancelled'>('pressed');
  const [line, setLine] = useState<Line | null>(null);

  function landingAt(dragged: ColumnId, x: number) {
    const element = grid.element.current;
    if (!element) return null;
    const headers = [...element.querySelectorAll('[role=columnheader]')].flatMap((header) => {
      const id = columnAt(header);
      const { left, right } = header.getBoundingClientRect();
      return id ? [{ id, left, right, isPinned: isPinned(taste, id) }] : [];
    });
    const { left, right, top, height } = element.parentElement!.getBoundingClientRect();
    // Headers hidden under the pinned columns are no drop targets.
    const above = headers.filter((header) => header.isPinned && !isPinned(taste, dragged));
    const least = Math.max(left, ...above.map((header) => header.right));
    const within = (at: number) => Math.min(Math.max(at, least), right);
    const landing = columnLanding(headers, dragged, within(x));
    return landing && { ...landing, line: { left: within(landing.edge), top, height } };
  }

  function show(isDragging: boolean) {
    state.current = isDragging ? 'dragging' : 'cancelled';
    grid.element.current?.toggleAttribute('data-dragging', isDragging);
    press.current?.header.toggleAttribute('data-dragged', isDragging);
    if (!isDragging) setLine(null);
  }

  function drop(dragged: ColumnId, x: number) {
    const target = landingAt(dragged, x)?.target;
    if (!target) return;
    const next = moveTo(taste, dragged, target);
    setTaste(next);
    grid.focusCell({ row: -1, column: dragged });
    announce(moveWords(next, dragged));
  }

  useGridTool(grid, 'drag', {
    pointerdown({ button, clientX, pointerType }, hit) {
      if (hit?.on !== 'header' || hit.column === 'number') return;
      if (button !== 0 || pointerType === 'touch') return;
      press.current = { header: hit.header, column: hit.column, x: clientX };
      state.current = 'pressed';
    },
    pointermove({ clientX, pointerId, buttons }) {
      // Let go outside of the window, before the pointer was held.
      if (buttons === 0) press.current = null;
      if (!press.current || state.current === 'cancelled') return;
      if (state.current === 'pressed') {
        if (Math.abs(clientX - press.current.x) < leastMove) return;
        grid.element.current?.setPointerCapture(pointerId);
        show(true);
      }
      setLine(landingAt(press.current.column, clientX)?.line ?? null);
    },
  });

  const onUp = useEffectEvent(({ clientX }: PointerEvent) => {
    if (press.current && state.current !== 'pressed') swallowClick();
    if (press.current && state.current === 'dragging') {
      drop(press.current.column, clientX);
      show(false);
    }
    press.current = null;
  });
  const onCancel = useEffectEvent(() => {
    if (state.current === 'dragging') show(false);
    press.current = null;
  });
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (!press.current || state.current !== 'dragging' || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    show(false);
  });

  // The pointer may leave the grid, and the focus may be anywhere.
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    addEventListener('pointerup', (event) => onUp(event), { signal });
    addEventListener('pointercancel', () => onCancel(), { signal });
    addEventListener('keydown', (event) => onKeyDown(event), { signal, capture: true });
    return () => {
      controller.abort();
      onCancel();
    };
  }, []);

  return (
    line && (
      <div
        aria-hidden
        data-landing
        className="pointer-events-none fixed z-20 -ml-px border-l-2 border-accent"
        style={line}
      />
    )
  );
}

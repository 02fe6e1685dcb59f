import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import type { ColumnId } from '../fields/columns.ts';
import { announce } from '../ui/announce.ts';
import { isPinned, moveTo } from './change-taste.ts';
import { columnLanding } from './column-landing.ts';
import { columnAt, edgeAt, headerOf } from './header-edge.ts';
import { moveWords } from './taste-words.ts';
import type { ColumnTaste } from './useColumnTaste.ts';
import type { GridFocus } from './useGridFocus.ts';

/** A press that moves less than this many pixels is a click, which sorts. */
const leastMove = 5;

interface ColumnDragProps {
  grid: RefObject<HTMLDivElement | null>;
  columns: ColumnTaste;
  focus: GridFocus;
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
export function ColumnDrag({ grid, columns, focus }: ColumnDragProps) {
  const { taste, setTaste } = columns;
  const [line, setLine] = useState<Line | null>(null);

  function landingAt(element: HTMLElement, dragged: ColumnId, x: number) {
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

  const look = useEffectEvent((element: HTMLElement, dragged: ColumnId, x: number) =>
    setLine(landingAt(element, dragged, x)?.line ?? null),
  );

  const drop = useEffectEvent((element: HTMLElement, dragged: ColumnId, x: number) => {
    const target = landingAt(element, dragged, x)?.target;
    if (!target) return;
    const next = moveTo(taste, dragged, target);
    setTaste(next);
    focus.focusCell({ row: -1, column: dragged });
    announce(moveWords(next, dragged));
  });

  useEffect(() => {
    const element = grid.current;
    if (!element) return;
    let press: { header: Element; id: ColumnId; x: number } | null = null;
    let state: 'pressed' | 'dragging' | 'cancelled' = 'pressed';

    const show = (isDragging: boolean) => {
      state = isDragging ? 'dragging' : 'cancelled';
      element.toggleAttribute('data-dragging', isDragging);
      press?.header.toggleAttribute('data-dragged', isDragging);
      if (!isDragging) setLine(null);
    };
    const onDown = (event: PointerEvent) => {
      const header = headerOf(event.target);
      const id = header && columnAt(header);
      if (!id || id === 'number' || event.button !== 0 || event.pointerType === 'touch') return;
      if (edgeAt(event)) return;
      press = { header, id, x: event.clientX };
      state = 'pressed';
    };
    const onMove = ({ clientX, pointerId, buttons }: PointerEvent) => {
      // Let go outside of the window, before the pointer was held.
      if (buttons === 0) press = null;
      if (!press || state === 'cancelled') return;
      if (state === 'pressed') {
        if (Math.abs(clientX - press.x) < leastMove) return;
        element.setPointerCapture(pointerId);
        show(true);
      }
      look(element, press.id, clientX);
    };
    const onUp = ({ clientX }: PointerEvent) => {
      if (press && state !== 'pressed') swallowClick();
      if (press && state === 'dragging') {
        drop(element, press.id, clientX);
        show(false);
      }
      press = null;
    };
    const onCancel = () => {
      if (state === 'dragging') show(false);
      press = null;
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (!press || state !== 'dragging' || event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      show(false);
    };
    const controller = new AbortController();
    const { signal } = controller;
    element.addEventListener('pointerdown', onDown, { signal });
    element.addEventListener('pointermove', onMove, { signal });
    addEventListener('pointerup', onUp, { signal });
    addEventListener('pointercancel', onCancel, { signal });
    addEventListener('keydown', onKeyDown, { signal, capture: true });
    return () => {
      controller.abort();
      onCancel();
    };
  }, [grid]);

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

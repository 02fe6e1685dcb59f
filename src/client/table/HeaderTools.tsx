import { type RefObject, useEffect, useEffectEvent } from 'react';
import type { ColumnId } from '../fields/columns.ts';
import { pressedKey } from '../lib/pressed-key.ts';
import { announce } from '../ui/announce.ts';
import { moveBy, setWidth, togglePinned } from './change-taste.ts';
import { fittingWidth } from './fitting-width.ts';
import { columnAt, edgeAt, headerOf } from './header-edge.ts';
import { moveWords, pinWords, widthWords } from './taste-words.ts';
import type { ColumnTaste } from './useColumnTaste.ts';
import type { GridFocus } from './useGridFocus.ts';

const widthStep = 16;
const doublePressMs = 400;

interface HeaderToolsProps {
  grid: RefObject<HTMLDivElement | null>;
  columns: ColumnTaste;
  focus: GridFocus;
}

/**
 * Column widths by mouse, and widths, places and pins by keyboard. The tools listen to the grid from
 * outside, because the first rows do not need them.
 */
export function HeaderTools({ grid, columns, focus }: HeaderToolsProps) {
  const { taste, setTaste, shown } = columns;
  const resize = useEffectEvent((id: ColumnId, width: number) =>
    setTaste(setWidth(taste, id, width)),
  );

  const press = useEffectEvent((event: KeyboardEvent) => {
    const header = headerOf(event.target);
    const id = header && columnAt(header);
    if (!header || !id || !event.shiftKey || event.ctrlKey || event.metaKey) return;
    const arrow = { ArrowLeft: -1, ArrowRight: 1 }[event.key] as 1 | -1 | undefined;
    let next = taste;
    let words = widthWords;
    if (event.altKey && pressedKey(event) === 'p' && id !== 'number') {
      next = togglePinned(taste, id);
      words = pinWords;
    } else if (event.altKey && arrow) {
      next = moveBy(taste, id, arrow, shown);
      words = moveWords;
    } else if (arrow) {
      const { width } = header.getBoundingClientRect();
      next = setWidth(taste, id, width + arrow * widthStep);
    } else return;
    event.preventDefault();
    event.stopPropagation();
    if (next === taste) return;
    setTaste(next);
    focus.focusCell({ row: -1, column: id });
    announce(words(next, id));
  });

  useEffect(() => {
    const element = grid.current;
    if (!element) return;
    let drag: { id: ColumnId; from: number } | null = null;
    let last = { id: '', at: Number.NEGATIVE_INFINITY };

    const onDown = (event: PointerEvent) => {
      const edge = event.button === 0 ? edgeAt(event) : null;
      if (!edge) return;
      event.preventDefault();
      element.setPointerCapture(event.pointerId);
      const isDouble = last.id === edge.id && event.timeStamp - last.at < doublePressMs;
      last = { id: edge.id, at: event.timeStamp };
      if (isDouble) resize(edge.id, fittingWidth(element, edge.id));
      else drag = { id: edge.id, from: event.clientX - edge.width };
    };
    const onMove = (event: PointerEvent) => {
      if (!drag) element.toggleAttribute('data-on-edge', edgeAt(event) !== null);
      // A press without a move changes no width.
      else if (event.movementX !== 0) resize(drag.id, event.clientX - drag.from);
    };
    const onEnd = () => {
      drag = null;
    };
    const controller = new AbortController();
    const options = { signal: controller.signal };
    element.addEventListener('pointerdown', onDown, options);
    element.addEventListener('pointermove', onMove, options);
    element.addEventListener('pointerup', onEnd, options);
    element.addEventListener('pointercancel', onEnd, options);
    element.addEventListener('keydown', (event) => press(event), options);
    return () => controller.abort();
  }, [grid]);
  return null;
}

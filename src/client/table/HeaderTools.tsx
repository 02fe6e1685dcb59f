import { useRef } from 'react';
import type { ColumnId } from '../fields/columns.tsx';
import { runShortcut } from '../lib/shortcut.ts';
import { announce } from '../ui/announce.ts';
import { moveBy, setWidth, togglePinned } from './change-taste.ts';
import { edgeAt } from './grid-hit.ts';
import { headerKeys } from './grid-keys.ts';
import type { TableTaste } from './table-taste.ts';
import { moveWords, pinWords, widthWords } from './taste-words.ts';
import type { ColumnTaste } from './useColumnTaste.ts';
import { type Grid, useGridTool } from './useGrid.ts';

/** The width at which no cell of a column in the document is cut off. */
function fittingWidth(grid: HTMLElement, id: ColumnId): number {
  const count = grid.querySelectorAll('[role=columnheader]').length;
  // The browser measures each row by itself for an instant, before anything is painted.
  grid.style.setProperty('--columns', `repeat(${count}, max-content)`);
  grid.style.setProperty('--columns-width', '0px');
  const cells = [...grid.querySelectorAll<HTMLElement>(`[data-column="${id}"]`)];
  const widths = cells.map((cell) => {
    const box = cell.closest('[role=columnheader]') ?? cell;
    return box.getBoundingClientRect().width;
  });
  grid.style.removeProperty('--columns');
  grid.style.removeProperty('--columns-width');
  return Math.ceil(Math.max(...widths));
}

const widthStep = 16;
const doublePressMs = 400;

interface HeaderToolsProps {
  grid: Grid;
  columns: ColumnTaste;
}

/** Column widths by mouse, and widths, places and pins by keyboard. */
export function HeaderTools({ grid, columns }: HeaderToolsProps) {
  const { taste, setTaste, shown } = columns;
  /** The edge that is being dragged, and where the pointer would be at a width of 0. */
  const drag = useRef<{ column: ColumnId; from: number }>(null);
  const last = useRef({ column: '', at: Number.NEGATIVE_INFINITY });
  const resize = (column: ColumnId, width: number) => setTaste(setWidth(taste, column, width));
  const letGo = () => {
    drag.current = null;
  };

  useGridTool(grid, 'widths', {
    pointerdown(event, hit) {
      const edge = event.button === 0 ? edgeAt(hit, event.clientX) : null;
      const element = grid.element.current;
      if (!edge || !element) return false;
      event.preventDefault();
      element.setPointerCapture(event.pointerId);
      const { column, width } = edge;
      const isDouble =
        last.current.column === column && event.timeStamp - last.current.at < doublePressMs;
      last.current = { column, at: event.timeStamp };
      if (isDouble) resize(column, fittingWidth(element, column));
      else drag.current = { column, from: event.clientX - width };
      return true;
    },
    pointermove({ clientX, movementX }, hit) {
      if (!drag.current) {
        grid.element.current?.toggleAttribute('data-on-edge', edgeAt(hit, clientX) !== null);
        return false;
      }
      // A press without a move changes no width.
      if (movementX !== 0) resize(drag.current.column, clientX - drag.current.from);
      return true;
    },
    pointerup: letGo,
    pointercancel: letGo,
    keydown(event, hit) {
      if (hit?.on !== 'header') return false;
      const { header, column } = hit;
      const change = (next: TableTaste, words: (taste: TableTaste, id: ColumnId) => string) => {
        if (next === taste) return;
        setTaste(next);
        grid.focusCell({ row: -1, column });
        announce(words(next, column));
      };
      const widen = (by: number) =>
        change(setWidth(taste, column, header.getBoundingClientRect().width + by), widthWords);
      const move = (by: 1 | -1) => change(moveBy(taste, column, by, shown), moveWords);
      return runShortcut(headerKeys, event, {
        narrower: () => widen(-widthStep),
        wider: () => widen(widthStep),
        left: () => move(-1),
        right: () => move(1),
        pin: () => column !== 'number' && change(togglePinned(taste, column), pinWords),
      });
    },
  });
  return null;
}

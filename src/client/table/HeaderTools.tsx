import { useEffect, useRef, useState } from 'react';
import { setAddress } from '../address/address-bar.ts';
import { type ColumnId, columnLabel } from '../fields/columns.tsx';
import { runShortcut } from '../lib/shortcut.ts';
import { announce } from '../ui/announce.ts';
import type { Anchor } from '../ui/place-menu.ts';
import { moveBy, setWidth, togglePinned } from './change-taste.ts';
import { headerKeys } from './grid-keys.ts';
import { HeaderMenu } from './HeaderMenu.tsx';
import { focusedAfter, type HeaderAction, staysOpen } from './header-entries.ts';
import { edgeAt, fittingWidth } from './header-geometry.ts';
import type { TableTaste } from './table-taste.ts';
import { moveWords, pinWords, usualWidthWords, widthWords } from './taste-words.ts';
import type { ColumnTaste } from './useColumnTaste.ts';
import { type Grid, useGridTool } from './useGrid.ts';
import { headerMenu } from './words.ts';

const widthStep = 16;
const doublePressMs = 400;

interface HeaderToolsProps {
  grid: Grid;
  columns: ColumnTaste;
}

const menuButton = (target: EventTarget | null) =>
  target instanceof Element ? target.closest('[data-menu]') : null;

const headerOf = (grid: HTMLElement | null, column: ColumnId) =>
  grid?.querySelector(`[role=columnheader] > [data-column="${column}"]`)?.parentElement;

/** Column widths by mouse, widths, places and pins by keyboard, and a menu of all of it. */
export function HeaderTools({ grid, columns }: HeaderToolsProps) {
  const { taste, setTaste, shown } = columns;
  const { element } = grid;
  /** The edge that is being dragged, and where the pointer would be at a width of 0. */
  const drag = useRef<{ column: ColumnId; from: number }>(null);
  const last = useRef({ column: '', at: Number.NEGATIVE_INFINITY });
  const [menu, setMenu] = useState<{ column: ColumnId; anchor: Anchor } | null>(null);
  const widthOf = (column: ColumnId) =>
    headerOf(element.current, column)?.getBoundingClientRect().width ?? 0;
  const fitted = (column: ColumnId) =>
    element.current ? setWidth(taste, column, fittingWidth(element.current, column)) : taste;
  const letGo = () => {
    drag.current = null;
  };

  function change(
    column: ColumnId,
    next: TableTaste,
    words: (taste: TableTaste, id: ColumnId) => string,
  ) {
    if (next === taste) return;
    setTaste(next);
    announce(words(next, column));
  }
  const widen = (column: ColumnId, by: number) =>
    change(column, setWidth(taste, column, widthOf(column) + by), widthWords);
  const move = (column: ColumnId, by: 1 | -1) =>
    change(column, moveBy(taste, column, by, shown), moveWords);
  const pin = (column: ColumnId) =>
    column !== 'number' && change(column, togglePinned(taste, column), pinWords);

  function act(action: HeaderAction, column: ColumnId) {
    switch (action) {
      case 'ascending':
      case 'descending':
        return setAddress({ sort: { column, descending: action === 'descending' } });
      case 'unsorted':
        return setAddress({ sort: null });
      case 'hide':
        columns.toggle(column);
        return announce(headerMenu.hidden(columnLabel(column)));
      case 'pin':
        return pin(column);
      case 'left':
        return move(column, -1);
      case 'right':
        return move(column, 1);
      case 'fit':
        return change(column, fitted(column), widthWords);
      case 'wider':
        return widen(column, widthStep);
      case 'narrower':
        return widen(column, -widthStep);
      case 'usual':
        return change(column, setWidth(taste, column, null), usualWidthWords);
    }
  }

  const openBelow = (column: ColumnId, button: Element) => {
    const { left, top, bottom } = button.getBoundingClientRect();
    setMenu({ column, anchor: { x: left, top, bottom } });
  };
  function close(column: ColumnId) {
    setMenu(null);
    grid.focusCell({ row: -1, column });
  }

  // The button says whether its menu is open; only the header is drawn before this is loaded.
  const open = menu?.column;
  useEffect(() => {
    if (open === undefined) return;
    const button = headerOf(element.current, open)?.querySelector('[data-menu]');
    button?.setAttribute('aria-expanded', 'true');
    return () => button?.setAttribute('aria-expanded', 'false');
  }, [open, element]);

  useGridTool(grid, 'widths', {
    mousedown(event) {
      // An open menu keeps the focus, or it would close and open again.
      if (menuButton(event.target)) event.preventDefault();
    },
    click({ target }, hit) {
      const button = menuButton(target);
      if (!button || hit?.on !== 'header') return false;
      if (menu?.column === hit.column) close(hit.column);
      else openBelow(hit.column, button);
      return true;
    },
    contextmenu(event, hit) {
      // With Shift held the browser's own menu stays.
      if (hit?.on !== 'header' || event.shiftKey) return false;
      event.preventDefault();
      const { clientX: x, clientY } = event;
      setMenu({ column: hit.column, anchor: { x, top: clientY, bottom: clientY } });
      return true;
    },
    pointerdown(event, hit) {
      if (menuButton(event.target)) return true;
      const edge = event.button === 0 ? edgeAt(hit, event.clientX) : null;
      if (!edge) return false;
      event.preventDefault();
      element.current?.setPointerCapture(event.pointerId);
      const { column, width } = edge;
      const isDouble =
        last.current.column === column && event.timeStamp - last.current.at < doublePressMs;
      last.current = { column, at: event.timeStamp };
      if (isDouble) setTaste(fitted(column));
      else drag.current = { column, from: event.clientX - width };
      return true;
    },
    pointermove({ clientX, movementX }, hit) {
      if (!drag.current) {
        element.current?.toggleAttribute('data-on-edge', edgeAt(hit, clientX) !== null);
        return false;
      }
      // A press without a move changes no width.
      if (movementX !== 0) {
        setTaste(setWidth(taste, drag.current.column, clientX - drag.current.from));
      }
      return true;
    },
    pointerup: letGo,
    pointercancel: letGo,
    keydown(event, hit) {
      if (hit?.on !== 'header') return false;
      const { header, column } = hit;
      const stay = (done: unknown) => {
        if (done !== false) grid.focusCell({ row: -1, column });
        return done;
      };
      return runShortcut(headerKeys, event, {
        menu: () => openBelow(column, header),
        narrower: () => stay(widen(column, -widthStep)),
        wider: () => stay(widen(column, widthStep)),
        left: () => stay(move(column, -1)),
        right: () => stay(move(column, 1)),
        pin: () => stay(pin(column)),
      });
    },
  });

  if (!menu) return null;
  const { column, anchor } = menu;
  return (
    <HeaderMenu
      key={column}
      column={column}
      width={widthOf(column)}
      columns={columns}
      anchor={anchor}
      onChoose={(action) => {
        act(action, column);
        if (staysOpen(action)) return;
        close(focusedAfter(action, column, shown));
      }}
      onClose={() => close(column)}
      onLeave={() => setMenu(null)}
    />
  );
}

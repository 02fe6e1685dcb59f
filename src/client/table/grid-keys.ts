import type { ActionOf, Shortcut } from '../lib/shortcut.ts';
import * as words from './grid-key-words.ts';

/** The keys that move from cell to cell. */
export const moveKeys = [
  {
    does: words.cellToCell,
    keys: [
      { action: 'up', key: 'ArrowUp', alt: false },
      { action: 'down', key: 'ArrowDown', alt: false },
      { action: 'left', key: 'ArrowLeft', alt: false },
      { action: 'right', key: 'ArrowRight', alt: false },
    ],
  },
  {
    does: words.byRows,
    keys: [
      { action: 'pageUp', key: 'PageUp', alt: false },
      { action: 'pageDown', key: 'PageDown', alt: false },
    ],
  },
  {
    does: words.firstOrLastColumn,
    keys: [
      { action: 'firstColumn', key: 'Home', ctrl: false, alt: false },
      { action: 'lastColumn', key: 'End', ctrl: false, alt: false },
    ],
  },
  {
    does: words.firstOrLastRow,
    keys: [
      { action: 'firstCell', key: 'Home', ctrl: true, alt: false },
      { action: 'lastCell', key: 'End', ctrl: true, alt: false },
    ],
  },
] as const satisfies readonly Shortcut[];

export type Move = ActionOf<typeof moveKeys>;

/** Sorting is left to the browser: Enter presses the button of a header. */
export const openKeys = [
  { does: words.openOrSort, keys: [{ action: 'open', key: 'Enter' }] },
] as const satisfies readonly Shortcut[];

export const copyKeys = [
  { does: words.copyRowsOrCell, keys: [{ action: 'copy', key: 'c', ctrl: true, shift: false }] },
] as const satisfies readonly Shortcut[];

export const menuKeys = [
  {
    does: words.cellMenu,
    keys: [
      { action: 'open', key: 'F10', shift: true },
      { action: 'open', key: 'ContextMenu' },
    ],
  },
] as const satisfies readonly Shortcut[];

export const selectionKeys = [
  { does: words.selectRow, keys: [{ action: 'toggle', key: ' ', shift: false, alt: false }] },
  {
    does: words.selectRows,
    keys: [
      { action: 'extendUp', key: 'ArrowUp', shift: true, alt: false },
      { action: 'extendDown', key: 'ArrowDown', shift: true, alt: false },
      { action: 'extend', key: ' ', shift: true, alt: false },
    ],
  },
  {
    does: words.selectAll,
    keys: [{ action: 'all', key: 'a', ctrl: true, shift: false, alt: false }],
  },
  { does: words.clearSelection, keys: [{ action: 'clear', key: 'Escape', alt: false }] },
] as const satisfies readonly Shortcut[];

/** The keys of a column, on its header. */
export const headerKeys = [
  {
    does: words.headerMenu,
    keys: [
      { action: 'menu', key: 'ArrowDown', alt: true, shift: false, ctrl: false },
      { action: 'menu', key: 'F10', shift: true },
      { action: 'menu', key: 'ContextMenu' },
    ],
  },
  {
    does: words.narrowerOrWider,
    keys: [
      { action: 'narrower', key: 'ArrowLeft', shift: true, ctrl: false, alt: false },
      { action: 'wider', key: 'ArrowRight', shift: true, ctrl: false, alt: false },
    ],
  },
  {
    does: words.leftOrRight,
    keys: [
      { action: 'left', key: 'ArrowLeft', alt: true, shift: true, ctrl: false },
      { action: 'right', key: 'ArrowRight', alt: true, shift: true, ctrl: false },
    ],
  },
  {
    does: words.pin,
    keys: [{ action: 'pin', key: 'p', alt: true, shift: true, ctrl: false }],
  },
] as const satisfies readonly Shortcut[];

/** The keys of the rows, for the sheet of keys. */
export const gridKeys: readonly Shortcut[] = [
  ...moveKeys,
  ...openKeys,
  ...copyKeys,
  ...menuKeys,
  ...selectionKeys,
];

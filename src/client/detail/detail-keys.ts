import type { Shortcut } from '../lib/shortcut.ts';
import { keys as words } from '../words/detail.ts';

/** The keys of the details. */
export const detailKeys = [
  {
    does: words.previousOrNext,
    keys: [
      { action: 'previous', key: 'ArrowUp', ctrl: false, alt: false },
      { action: 'next', key: 'ArrowDown', ctrl: false, alt: false },
    ],
  },
  {
    does: words.close,
    keys: [{ action: 'close', key: 'Escape', ctrl: false, alt: false }],
  },
] as const satisfies readonly Shortcut[];

/** The keys of the edge between the table and docked details. */
export const dockKeys = [
  {
    does: words.widerOrNarrower,
    keys: [
      { action: 'wider', key: 'ArrowLeft', ctrl: false, alt: false },
      { action: 'narrower', key: 'ArrowRight', ctrl: false, alt: false },
    ],
  },
  {
    does: words.narrowestOrWidest,
    keys: [
      { action: 'narrowest', key: 'Home', ctrl: false, alt: false },
      { action: 'widest', key: 'End', ctrl: false, alt: false },
    ],
  },
  {
    does: words.usualWidth,
    keys: [{ action: 'usual', key: 'Enter', ctrl: false, alt: false }],
  },
] as const satisfies readonly Shortcut[];

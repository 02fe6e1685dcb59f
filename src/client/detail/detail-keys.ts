import type { Shortcut } from '../lib/shortcut.ts';
import * as words from './detail-key-words.ts';

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

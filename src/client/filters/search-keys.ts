import type { Shortcut } from '../lib/shortcut.ts';
import * as words from '../words/filters.ts';

/** The key that leads to the search box from anywhere. */
export const toSearchKeys = [
  { does: words.toSearchBox, keys: [{ action: 'search', key: '/', ctrl: false, alt: false }] },
] as const satisfies readonly Shortcut[];

/** The keys of the search box. */
export const searchKeys = [
  { does: words.openOrSearchAll, keys: [{ action: 'ask', key: 'Enter' }] },
  { does: words.toRows, keys: [{ action: 'rows', key: 'ArrowDown', ctrl: false, alt: false }] },
  { does: words.stopOrClear, keys: [{ action: 'clear', key: 'Escape' }] },
] as const satisfies readonly Shortcut[];

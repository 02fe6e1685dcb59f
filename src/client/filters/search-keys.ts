import type { Shortcut } from '../lib/shortcut.ts';
import * as words from './search-key-words.ts';

/** The key that leads to the search box from anywhere. */
export const toSearchKeys = [
  { does: words.toSearchBox, keys: [{ action: 'search', key: '/', ctrl: false, alt: false }] },
] as const satisfies readonly Shortcut[];

/** The keys of the search box. */
export const searchKeys = [
  { does: words.askNow, keys: [{ action: 'ask', key: 'Enter' }] },
  { does: words.clearOrClose, keys: [{ action: 'clear', key: 'Escape' }] },
] as const satisfies readonly Shortcut[];

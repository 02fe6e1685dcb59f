import type { Shortcut } from '../lib/shortcut.ts';
import * as words from './words.ts';

const plain = { ctrl: false, alt: false } as const;

/** The keys of the world map. */
export const mapKeys = [
  {
    does: words.keys.otherCountry,
    keys: [
      { action: 'previous', key: 'ArrowLeft', ...plain },
      { action: 'next', key: 'ArrowRight', ...plain },
      { action: 'previous', key: 'ArrowUp', ...plain },
      { action: 'next', key: 'ArrowDown', ...plain },
    ],
  },
  {
    does: words.keys.endCountry,
    keys: [
      { action: 'first', key: 'Home', ...plain },
      { action: 'last', key: 'End', ...plain },
    ],
  },
  {
    does: words.keys.chooseCountry,
    keys: [
      { action: 'choose', key: 'Enter', ...plain },
      { action: 'choose', key: ' ', ...plain },
    ],
  },
] as const satisfies readonly Shortcut[];

/** The keys that move from month to month; Shift extends the choice. */
export const monthMoveKeys = [
  {
    does: words.keys.extendMonths,
    keys: [
      { action: 'previous', key: 'ArrowLeft', shift: true, ...plain },
      { action: 'next', key: 'ArrowRight', shift: true, ...plain },
    ],
  },
  {
    does: words.keys.otherMonth,
    keys: [
      { action: 'previous', key: 'ArrowLeft', ...plain },
      { action: 'next', key: 'ArrowRight', ...plain },
      { action: 'previous', key: 'ArrowDown', ...plain },
      { action: 'next', key: 'ArrowUp', ...plain },
    ],
  },
  {
    does: words.keys.otherYear,
    keys: [
      { action: 'nextYear', key: 'PageUp', ...plain },
      { action: 'previousYear', key: 'PageDown', ...plain },
    ],
  },
  {
    does: words.keys.endMonth,
    keys: [
      { action: 'first', key: 'Home', ...plain },
      { action: 'last', key: 'End', ...plain },
    ],
  },
] as const satisfies readonly Shortcut[];

/** The keys that choose months. */
export const monthChoiceKeys = [
  {
    does: words.keys.chooseMonths,
    keys: [
      { action: 'choose', key: 'Enter', ...plain },
      { action: 'choose', key: ' ', ...plain },
    ],
  },
  { does: words.keys.everyMonth, keys: [{ action: 'giveUp', key: 'Escape', ...plain }] },
] as const satisfies readonly Shortcut[];

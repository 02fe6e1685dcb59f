import { pressedKey } from '../../lib/pressed-key.ts';
import * as words from '../words.ts';

/** The actions of keys that work everywhere on the page. */
export type GlobalAction = 'search' | 'commands' | 'keys';

export interface Shortcut {
  /** Combinations with the same effect. The keys of one combination are pressed together. */
  keys: readonly (readonly string[])[];
  does: string;
}

interface GlobalShortcut extends Shortcut {
  action: GlobalAction;
  /** The name that `pressedKey` gives the key. */
  key: string;
  withCtrl: boolean;
}

/** The spoken names of keys that carry only a sign. */
export const spokenKeys: Readonly<Record<string, string>> = {
  '/': words.keys.slash,
  '?': words.keys.questionMark,
  '↑': words.keys.up,
  '↓': words.keys.down,
  '←': words.keys.left,
  '→': words.keys.right,
};

/** Stands for Ctrl, or for Cmd on Apple's keyboards. */
export const ctrl = words.keys.ctrl;

const everywhere: readonly GlobalShortcut[] = [
  { action: 'search', key: '/', withCtrl: false, keys: [['/']], does: words.toSearchBox },
  {
    action: 'commands',
    key: 'k',
    withCtrl: true,
    keys: [[ctrl, 'K']],
    does: words.toCommands,
  },
  { action: 'keys', key: '?', withCtrl: false, keys: [['?']], does: words.toKeys },
];

/** All keys of the page, as the sheet shows them. */
export const keymap: readonly { title: string; shortcuts: readonly Shortcut[] }[] = [
  { title: words.everywhere, shortcuts: everywhere },
  {
    title: words.inTable,
    shortcuts: [
      { keys: [['↑'], ['↓'], ['←'], ['→']], does: words.cellToCell },
      { keys: [[words.keys.pageUp], [words.keys.pageDown]], does: words.byRows },
      { keys: [[words.keys.home], [words.keys.end]], does: words.firstOrLastColumn },
      {
        keys: [
          [ctrl, words.keys.home],
          [ctrl, words.keys.end],
        ],
        does: words.firstOrLastRow,
      },
      { keys: [[words.keys.enter]], does: words.openOrSort },
      { keys: [[ctrl, 'C']], does: words.copyNumber },
      { keys: [[words.keys.shift, 'F10'], [words.keys.menu]], does: words.cellMenu },
      { keys: [[words.keys.space]], does: words.selectRow },
      {
        keys: [
          [words.keys.shift, '↑'],
          [words.keys.shift, '↓'],
        ],
        does: words.selectRows,
      },
      { keys: [[ctrl, 'A']], does: words.selectAll },
      { keys: [[words.keys.escape]], does: words.clearSelection },
    ],
  },
  {
    title: words.onHeader,
    shortcuts: [
      {
        keys: [
          [words.keys.shift, '←'],
          [words.keys.shift, '→'],
        ],
        does: words.narrowerOrWider,
      },
      {
        keys: [
          [words.keys.alt, words.keys.shift, '←'],
          [words.keys.alt, words.keys.shift, '→'],
        ],
        does: words.leftOrRight,
      },
      { keys: [[words.keys.alt, words.keys.shift, 'P']], does: words.pin },
    ],
  },
  {
    title: words.inDetails,
    shortcuts: [
      { keys: [['↑'], ['↓']], does: words.beforeOrAfter },
      { keys: [[words.keys.escape]], does: words.closeDetails },
    ],
  },
  {
    title: words.inSearchAndMenus,
    shortcuts: [{ keys: [[words.keys.escape]], does: words.clearOrClose }],
  },
];

/**
 * The action of a key press anywhere on the page, or null. A plain key is text while somebody types.
 * Under an open dialog no key reaches the page, and a key with Ctrl is `none`: the browser would
 * otherwise take Ctrl K to its address bar.
 */
export function globalAction(
  event: Parameters<typeof pressedKey>[0],
  { isTyping, isInDialog }: { isTyping: boolean; isInDialog: boolean },
): GlobalAction | 'none' | null {
  const withCtrl = event.ctrlKey || event.metaKey;
  if (event.altKey || ((isTyping || isInDialog) && !withCtrl)) return null;
  const key = pressedKey(event);
  const found = everywhere.find((one) => one.key === key && one.withCtrl === withCtrl);
  if (!found) return null;
  return isInDialog ? 'none' : found.action;
}

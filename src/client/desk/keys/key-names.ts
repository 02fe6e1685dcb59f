import type { Keystroke } from '../../lib/shortcut.ts';
import * as words from '../words.ts';

/** The label of the command key on the reader's keyboard: Ctrl or ⌘. */
export const ctrlWord = () =>
  /Mac|iPhone|iPad/.test(navigator.userAgent) ? words.keys.cmd : words.keys.ctrl;

/** The labels of keys whose names in the browser are not what is printed on them. */
const labels: Readonly<Record<string, string>> = {
  ' ': words.keys.space,
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  ContextMenu: words.keys.menu,
  End: words.keys.end,
  Enter: words.keys.enter,
  Escape: words.keys.escape,
  Home: words.keys.home,
  PageDown: words.keys.pageDown,
  PageUp: words.keys.pageUp,
};

/** The spoken names of keys that carry only a sign. */
export const spokenKeys: Readonly<Record<string, string>> = {
  '/': words.keys.slash,
  '?': words.keys.questionMark,
  '↑': words.keys.up,
  '↓': words.keys.down,
  '←': words.keys.left,
  '→': words.keys.right,
};

/**
 * The labels of the keys of a keystroke, in the order in which they are pressed.
 *
 * @param ctrlWord the label of the command key on the reader's keyboard.
 */
export const keyLabels = (
  { key, ctrl, alt, shift }: Keystroke,
  ctrlWord: string,
): readonly string[] => [
  ...(ctrl ? [ctrlWord] : []),
  ...(alt ? [words.keys.alt] : []),
  ...(shift ? [words.keys.shift] : []),
  labels[key] ?? key.toUpperCase(),
];

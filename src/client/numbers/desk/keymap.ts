/** What a key does wherever the focus is. */
export type GlobalAction = 'search' | 'commands' | 'keys';

export interface Shortcut {
  /** One or more combinations that do the same; the keys of one are pressed together. */
  keys: readonly (readonly string[])[];
  does: string;
}

interface GlobalShortcut extends Shortcut {
  action: GlobalAction;
  /** As `KeyboardEvent.key` has it. */
  key: string;
  withCtrl: boolean;
}

/** What a key with only a sign on it is called. */
export const spokenKeys: Readonly<Record<string, string>> = {
  '/': 'Slash',
  '?': 'Question mark',
  '↑': 'Up arrow',
  '↓': 'Down arrow',
  '←': 'Left arrow',
  '→': 'Right arrow',
};

/** Stands for Ctrl, or for Cmd where that is what people press. */
export const ctrl = 'Ctrl';

const everywhere: readonly GlobalShortcut[] = [
  { action: 'search', key: '/', withCtrl: false, keys: [['/']], does: 'Go to the search box' },
  {
    action: 'commands',
    key: 'k',
    withCtrl: true,
    keys: [[ctrl, 'K']],
    does: 'Commands: jump to a number, filter, sort, export',
  },
  { action: 'keys', key: '?', withCtrl: false, keys: [['?']], does: 'This list of keys' },
];

/** Every key of the page, as the sheet prints them. */
export const keymap: readonly { title: string; shortcuts: readonly Shortcut[] }[] = [
  { title: 'Everywhere', shortcuts: everywhere },
  {
    title: 'In the table',
    shortcuts: [
      { keys: [['↑'], ['↓'], ['←'], ['→']], does: 'Move from cell to cell' },
      { keys: [['Page Up'], ['Page Down']], does: 'Move by 20 rows' },
      { keys: [['Home'], ['End']], does: 'First or last column' },
      {
        keys: [
          [ctrl, 'Home'],
          [ctrl, 'End'],
        ],
        does: 'First or last loaded row',
      },
      { keys: [['Enter']], does: 'Open the details of the row, or sort by a header' },
      { keys: [[ctrl, 'C']], does: 'Copy the number of the row' },
      { keys: [['Shift', 'F10'], ['Menu']], does: 'Filter by the value of the cell, or copy it' },
      { keys: [['Space']], does: 'Select the row, or no longer' },
      {
        keys: [
          ['Shift', '↑'],
          ['Shift', '↓'],
        ],
        does: 'Select from row to row',
      },
      { keys: [[ctrl, 'A']], does: 'Select every row shown' },
      { keys: [['Esc']], does: 'Clear the selection' },
    ],
  },
  {
    title: 'On the header of a column',
    shortcuts: [
      {
        keys: [
          ['Shift', '←'],
          ['Shift', '→'],
        ],
        does: 'Make it narrower or wider',
      },
      {
        keys: [
          ['Alt', 'Shift', '←'],
          ['Alt', 'Shift', '→'],
        ],
        does: 'Move it to the left or to the right',
      },
      { keys: [['Alt', 'Shift', 'P']], does: 'Pin it, or no longer' },
    ],
  },
  {
    title: 'In the details',
    shortcuts: [
      { keys: [['↑'], ['↓']], does: 'Number before or after' },
      { keys: [['Esc']], does: 'Close, and go back to the row' },
    ],
  },
  {
    title: 'In the search box and in menus',
    shortcuts: [{ keys: [['Esc']], does: 'Clear the search, or close the menu' }],
  },
];

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * What a key press does wherever the focus is, or null. A plain key is text while somebody types;
 * in an open dialog no key reaches the page behind it.
 */
export function globalAction(
  { key, ctrlKey, metaKey, altKey }: KeyPress,
  { isTyping, isInDialog }: { isTyping: boolean; isInDialog: boolean },
): GlobalAction | null {
  if (altKey || isInDialog) return null;
  const withCtrl = ctrlKey || metaKey;
  if (isTyping && !withCtrl) return null;
  const found = everywhere.find(
    (shortcut) => shortcut.key === key.toLowerCase() && shortcut.withCtrl === withCtrl,
  );
  return found?.action ?? null;
}

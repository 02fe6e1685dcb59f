import { formatCount } from '../lib/format.ts';
import { snapshotNow, takingSnapshot } from '../list/history-words.ts';
import { mostPrinted } from './print/words.ts';

/** Texts of the More menu and of the sheet of keys. */
export const more = 'More';
export const account = 'Account';
export const actions = {
  views: { label: 'Views', hint: 'Saved filters, sorts and columns' },
  columns: { label: 'Columns', hint: 'Of exports, and of the table on a wider screen' },
  paste: {
    label: 'Compare with a list of numbers',
    hint: 'From a CRM or an invoice, in any format',
  },
  print: { label: 'Print the rows shown', hint: `Up to ${formatCount(mostPrinted)} rows` },
  snapshot: { label: snapshotNow, hint: 'Keeps the list as it is now' },
  takingSnapshot: { label: takingSnapshot, hint: 'The whole list is being read' },
  keys: { label: 'Keyboard shortcuts', hint: 'Or press ?' },
};

export const keyboard = 'Keyboard shortcuts';
/** Stands between two combinations with the same effect. */
export const or = 'or ';
/** The labels of keys, and the spoken names of keys that carry only a sign. */
export const keys = {
  ctrl: 'Ctrl',
  cmd: '⌘',
  pageUp: 'Page Up',
  pageDown: 'Page Down',
  home: 'Home',
  end: 'End',
  enter: 'Enter',
  escape: 'Esc',
  space: 'Space',
  shift: 'Shift',
  alt: 'Alt',
  menu: 'Menu',
  slash: 'Slash',
  questionMark: 'Question mark',
  up: 'Up arrow',
  down: 'Down arrow',
  left: 'Left arrow',
  right: 'Right arrow',
};
export const everywhere = 'Everywhere';
export const toCommands = 'Commands: jump to a number, filter, sort, export';
export const toSnapshot = 'Take a snapshot of the list now';
export const toKeys = 'Keyboard shortcuts';
export const inTable = 'In the table';
export const onHeader = 'On the header of a column';
export const inDetails = 'In the details';
export const onDockEdge = 'On the edge of the details, beside the table';
export const onTimeline = 'On the timeline of the history';
export const inSearchAndMenus = 'In the search box and in menus';
export const inMessage = 'In the message at the foot of the page';

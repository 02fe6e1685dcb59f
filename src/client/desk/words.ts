/** Texts of the More menu and of the sheet of keys. */
export const more = 'More';
export const actions = {
  paste: {
    label: 'Compare with a list of numbers',
    hint: 'From a CRM or an invoice, in any format',
  },
  print: { label: 'Print the rows shown', hint: 'Up to 2,000 rows' },
  keys: { label: 'Keyboard shortcuts', hint: 'Opened by ? too' },
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
export const toSearchBox = 'Go to the search box';
export const toCommands = 'Commands: jump to a number, filter, sort, export';
export const toKeys = 'Keyboard shortcuts';
export const inTable = 'In the table';
export const cellToCell = 'Move from cell to cell';
export const byRows = 'Move by 20 rows';
export const firstOrLastColumn = 'First or last column';
export const firstOrLastRow = 'First or last loaded row';
export const openOrSort = 'Open the details of the row, or sort by a header';
export const copyNumber = 'Copy the number of the row';
export const cellMenu = 'Filter by the value of the cell, or copy it';
export const selectRow = 'Select or deselect the row';
export const selectRows = 'Select from row to row';
export const selectAll = 'Select every row shown';
export const clearSelection = 'Clear the selection';
export const onHeader = 'On the header of a column';
export const narrowerOrWider = 'Make the column narrower or wider';
export const leftOrRight = 'Move the column left or right; also in the Columns menu';
export const pin = 'Pin or unpin the column; use the Columns menu if the browser takes Alt';
export const inDetails = 'In the details';
export const beforeOrAfter = 'Previous or next number';
export const closeDetails = 'Close, and go back to the row';
export const inSearchAndMenus = 'In the search box and in menus';
export const clearOrClose = 'Clear the search, or close the menu';

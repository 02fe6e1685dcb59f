/** What the page can do beside the list, and its keys. */
export const more = 'More';
export const actions = {
  paste: {
    label: 'Compare with a list of numbers',
    hint: 'From a CRM or an invoice, in any format',
  },
  print: { label: 'Print the rows shown', hint: 'All of them, not one screen' },
  keys: { label: 'Show every key', hint: 'The same as pressing ?' },
};

export const keyboard = 'Keyboard';
/** What is printed on the keys. */
export const keys = {
  ctrl: 'Ctrl',
  cmd: '⌘',
  pageUp: 'Page Up',
  pageDown: 'Page Down',
  home: 'Home',
  end: 'End',
  enter: 'Enter',
  escape: 'Esc',
};
export const everywhere = 'Everywhere';
export const toSearchBox = 'Go to the search box';
export const toCommands = 'Commands: jump to a number, filter, sort, export';
export const toKeys = 'This list of keys';
export const inTable = 'In the table';
export const cellToCell = 'Move from cell to cell';
export const byRows = 'Move by 20 rows';
export const firstOrLastColumn = 'First or last column';
export const firstOrLastRow = 'First or last loaded row';
export const openOrSort = 'Open the details of the row, or sort by a header';
export const copyNumber = 'Copy the number of the row';
export const inDetails = 'In the details';
export const beforeOrAfter = 'Number before or after';
export const closeDetails = 'Close, and go back to the row';
export const inSearchAndMenus = 'In the search box and in menus';
export const clearOrClose = 'Clear the search, or close the menu';

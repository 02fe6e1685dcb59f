import { formatPlural } from '../lib/format.ts';

/** The menu of a column, on its header. */
export const headerMenu = {
  column: (name: string) => `Column ${name}`,
  sortAscending: 'Sort ascending',
  sortDescending: 'Sort descending',
  clearSort: 'Clear the sort',
  hide: 'Hide the column',
  hidden: (name: string) => `${name} is hidden; the Columns menu shows it again`,
  pin: 'Pin the column',
  moveLeft: 'Move left',
  moveRight: 'Move right',
  fit: 'Fit the width to the content',
  wider: 'Wider',
  narrower: 'Narrower',
  usualWidth: 'Usual width',
  sort: 'Sort',
  place: 'Place',
  width: 'Width',
};

/** The Columns menu. */
export const columnsMenu = {
  columns: 'Columns',
  /** On a phone, whose own rows have no columns. */
  ofExports:
    'For exports, and for the table on a wider screen. The details of a number show every field.',
  leftToRight: 'Columns, from left to right',
  howTo:
    'Each column header has a menu: right-click it, or press Alt ↓. Drag a header to move the column. Drag its edge to resize; double-click the edge to fit.',
  notKept: 'This browser stores nothing for this page. Column settings last until you leave.',
  reset: 'Reset columns',
  wasReset: 'Columns reset',
  width: (label: string) => `Width of ${label} in pixels`,
  pin: (label: string) => `Pin ${label}`,
  moveUp: (label: string) => `Move ${label} up`,
  moveDown: (label: string) => `Move ${label} down`,
  moved: (label: string, place: string, of: string) => `${label} is now column ${place} of ${of}`,
  pinned: (label: string) => `${label} is pinned`,
  unpinned: (label: string) => `${label} is no longer pinned`,
  hasUsualWidth: (label: string) => `${label} has its usual width`,
  isWide: (label: string, pixels: string) => `${label} is ${pixels} pixels wide`,
  rowHeight: 'Row height',
  rows: 'Rows',
  comfortable: 'Comfortable',
  compact: 'Compact',
};

/** The sheet that sorts the rows of a phone. */
export const sortSheet = {
  sort: 'Sort',
  field: 'Sort by',
  direction: 'Direction',
  ascending: 'Ascending',
  descending: 'Descending',
  listOrder: 'Order of the list',
  notSorted: 'Not sorted: numbers stand in Apifonica’s order.',
};

/** The comparison of numbers side by side. */
export const comparison = {
  title: (count: string) => `Compare ${count} numbers`,
  differences: (count: number) =>
    `${formatPlural(count, 'field differs', 'fields differ')}, marked ≠`,
  onlyDifferences: 'Only differences',
  theComparison: 'the comparison',
  comparison: 'Comparison',
  field: 'Field',
  /** The header and the value of the last column of a copied comparison. */
  differs: 'Differs',
  yes: 'yes',
  /** Stands before the name of a field, for a screen reader. */
  differsIn: 'Differs: ',
  withRemark: (text: string, remark: string) => `${text} (${remark})`,
  groupField: (group: string, label: string) => `${group}: ${label}`,
};

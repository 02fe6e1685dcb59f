/** Texts of the Columns menu. */
export const columns = 'Columns';
/** On a phone, whose own rows have no columns. */
export const ofExports =
  'For exports, and for the table on a wider screen. The details of a number show every field.';
export const leftToRight = 'Columns, from left to right';
export const howTo =
  'Each column header has a menu: right-click it, or press Alt ↓. Drag a header to move the column. Drag its edge to resize; double-click the edge to fit.';
export const notKept =
  'This browser stores nothing for this page. Column settings last until you leave.';
export const reset = 'Reset columns';
export const wasReset = 'Columns reset';

export const width = (label: string) => `Width of ${label} in pixels`;
export const pin = (label: string) => `Pin ${label}`;
export const moveUp = (label: string) => `Move ${label} up`;
export const moveDown = (label: string) => `Move ${label} down`;
export const moved = (label: string, place: string, of: string) =>
  `${label} is now column ${place} of ${of}`;
export const pinned = (label: string) => `${label} is pinned`;
export const unpinned = (label: string) => `${label} is no longer pinned`;
export const hasUsualWidth = (label: string) => `${label} has its usual width`;
export const isWide = (label: string, pixels: string) => `${label} is ${pixels} pixels wide`;

export const rowHeight = 'Row height';
export const rows = 'Rows';
export const comfortable = 'Comfortable';
export const compact = 'Compact';

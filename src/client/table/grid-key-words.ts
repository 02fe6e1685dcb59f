/** The effects of the keys of the grid, for the sheet of keys. */
export const cellToCell = 'Move from cell to cell';
export const byRows = 'Move by 20 rows';
export const firstOrLastColumn = 'First or last column';
export const firstOrLastRow = 'First or last loaded row';
export const openOrSort = 'Open the details of the row, or sort by a header';
export const copyRowsOrCell = 'Copy the selected rows, or the cell';
export const cellMenu = 'Filter by the value of the cell, or copy it';
export const selectRow = 'Select or deselect the row';
export const selectRows = 'Select from row to row';
export const selectAll = 'Select every row shown';
export const clearSelection = 'Clear the selection';
export const headerMenu = 'Open the menu of the column: sort, hide, pin, move, resize';
export const narrowerOrWider = 'Make the column narrower or wider';
export const leftOrRight = 'Move the column left or right; also in the Columns menu';
export const pin = 'Pin or unpin the column; use the Columns menu if the browser takes Alt';

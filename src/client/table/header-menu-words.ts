/** Texts of the menu of a column, on its header. */
export const column = (name: string) => `Column ${name}`;
export const sortAscending = 'Sort ascending';
export const sortDescending = 'Sort descending';
export const clearSort = 'Clear the sort';
export const hide = 'Hide the column';
export const hidden = (name: string) => `${name} is hidden; the Columns menu shows it again`;
export const pin = 'Pin the column';
export const moveLeft = 'Move left';
export const moveRight = 'Move right';
export const fit = 'Fit the width to the content';
export const wider = 'Wider';
export const narrower = 'Narrower';
export const usualWidth = 'Usual width';
export const sort = 'Sort';
export const place = 'Place';
export const width = 'Width';

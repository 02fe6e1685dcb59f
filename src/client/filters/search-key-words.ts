/** The effects of the keys of the search box, for the sheet of keys. */
export const toSearchBox = 'Go to the search box';
export const openOrSearchAll = 'Open the only match, or search all numbers';
export const toRows = 'Go to the rows';
/** Menus are closed by the browser. */
export const stopOrClear = 'Stop the search, then clear it; or close the menu';

/** The effects of the keys of the search box, for the sheet of keys. */
export const toSearchBox = 'Go to the search box';
export const askNow = 'Search at once';
/** Menus are closed by the browser. */
export const clearOrClose = 'Clear the search, or close the menu';

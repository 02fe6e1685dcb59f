/** Texts of the sheet that sorts the rows of a phone. */
export const sort = 'Sort';
export const field = 'Sort by';
export const direction = 'Direction';
export const ascending = 'Ascending';
export const descending = 'Descending';
export const listOrder = 'Order of the list';
export const notSorted = 'Not sorted: numbers stand in Apifonica’s order.';

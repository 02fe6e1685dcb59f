/** The effects of the keys of the details, for the sheet of keys. */
export const previousOrNext = 'Previous or next number';
export const close = 'Close, and go back to the row';
/** The effects of the keys of the edge of docked details. */
export const widerOrNarrower = 'Make the details wider or narrower';
export const narrowestOrWidest = 'Narrowest or widest details';
export const usualWidth = 'Usual width; also by a double click';

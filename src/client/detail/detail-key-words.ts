/** The effects of the keys of the details, for the sheet of keys. */
export const previousOrNext = 'Previous or next number';
export const close = 'Close, and go back to the row';

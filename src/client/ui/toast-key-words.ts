/** The effects of the keys of a message, for the sheet of keys. */
export const toToast = 'Go to the message at the foot of the page, and back';
export const dismiss = 'Dismiss the message';

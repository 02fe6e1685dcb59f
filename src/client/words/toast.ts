/** Texts of the messages about what was done. */
export const message = 'Message';
export const undo = 'Undo';
export const undone = 'Undone';
export const dismiss = 'Dismiss';
/** Follows the message for a screen reader, which reads the message where the focus is not. */
export const toUndo = 'Press F6 to undo.';

/** The effects of the keys of a message, for the sheet of keys. */
export const keys = {
  toToast: 'Go to the message at the foot of the page, and back',
  dismiss: 'Dismiss the message',
};

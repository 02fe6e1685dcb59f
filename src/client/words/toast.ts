/** Texts of the messages about what was done. */
export const message = 'Message';
export const undo = 'Undo';
export const undone = 'Undone';
export const dismiss = 'Dismiss';
/** Follows the message for a screen reader, which reads the message where the focus is not. */
export const toUndo = 'Press F6 to undo.';

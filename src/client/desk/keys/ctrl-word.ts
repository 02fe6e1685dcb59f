import * as words from '../words.ts';

/** The label of the command key on the reader's keyboard: Ctrl or ⌘. */
export const ctrlWord = /Mac|iPhone|iPad/.test(navigator.userAgent)
  ? words.keys.cmd
  : words.keys.ctrl;

import * as words from '../../words/desk.ts';

/** The key held for commands, as it is written on the reader's keyboard. */
export const ctrlWord = /Mac|iPhone|iPad/.test(navigator.userAgent)
  ? words.keys.cmd
  : words.keys.ctrl;

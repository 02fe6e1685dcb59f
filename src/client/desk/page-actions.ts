import { openDeskDialog } from './desk-dialog.ts';
import * as words from './words.ts';

/** The actions of the More menu, which the palette offers too. */
export const pageActions = [
  {
    id: 'paste',
    ...words.actions.paste,
    run: () => openDeskDialog('paste'),
  },
  {
    id: 'print',
    ...words.actions.print,
    run: () => print(),
  },
  {
    id: 'keys',
    ...words.actions.keys,
    run: () => openDeskDialog('keys'),
  },
] as const;

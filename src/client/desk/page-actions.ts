import * as words from '../words/desk.ts';
import { openDeskDialog } from './desk-dialog.ts';

/** What the page can do beside the list, in the menu above the table and in the palette. */
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

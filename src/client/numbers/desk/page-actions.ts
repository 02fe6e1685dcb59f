import { openDeskDialog } from './desk-dialog.ts';

/** What the page can do beside the list, in the menu above the table and in the palette. */
export const pageActions = [
  {
    id: 'paste',
    label: 'Compare with a list of numbers',
    hint: 'From a CRM or an invoice, in any format',
    run: () => openDeskDialog('paste'),
  },
  {
    id: 'print',
    label: 'Print the rows shown',
    hint: 'All of them, not one screen',
    run: () => print(),
  },
  {
    id: 'keys',
    label: 'Show every key',
    hint: 'The same as pressing ?',
    run: () => openDeskDialog('keys'),
  },
] as const;

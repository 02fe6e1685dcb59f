import { formatCount, formatPlural } from '../lib/format.ts';

/** Texts of selected rows. */
export const selection = 'Selection';
export const selected = (rows: string) => `${rows} selected`;
export const noneSelected = 'No rows selected';
/** `12 selected rows` */
export const selectedRows = (count: number) => formatPlural(count, 'selected row');
export const copySelected = (rows: string) => `Copy ${rows}`;
export const compareSelected = (rows: string) => `Compare ${rows}`;
export const exportSelected = (rows: string, format: string) => `Export ${rows} as ${format}`;
export const hiddenByFilters = (count: string) => `${count} of them hidden by filters`;
export const notLoaded = (count: string) => `${count} of them not among the loaded rows`;
/** What an export of the selection holds. */
export const withHidden = ({ hidden }: { hidden: number }) =>
  hidden === 0
    ? 'Only these rows, the visible columns.'
    : `Only these rows, ${formatCount(hidden)} not shown among them; the visible columns.`;
export const notInList = (count: string) => `${count} more not in this list`;
export const loadingTheRest = 'Loading the rest to select it…';
export const moreExist = 'More are available.';
export const loadAndSelect = 'Load the rest and select it';
export const comparesFew = 'Select two to four numbers to compare';
export const compare = 'Compare';
export const copy = 'Copy';
export const exportIt = 'Export';
export const exportSelection = 'Export the selection';
/** Ends selecting with a finger. */
export const done = 'Done';
export const clear = 'Clear the selection';
/** After a refresh. */
export const unticked = (gone: number, count: string) =>
  gone === 1
    ? '1 selected row is no longer in the list and was deselected.'
    : `${count} selected rows are no longer in the list and were deselected.`;
export const cleared = 'Selection cleared';

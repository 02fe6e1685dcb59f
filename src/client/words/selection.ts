/** Texts of selected rows. */
export const selection = 'Selection';
export const selected = (rows: string) => `${rows} selected`;
export const noneSelected = 'No rows selected';
export const notShown = (count: string) => `${count} of them not shown`;
export const notInList = (count: string) => `${count} more not in this list`;
export const loadingTheRest = 'Loading the rest to select it…';
export const moreExist = 'More are available.';
export const loadAndSelect = 'Load the rest and select it';
export const comparesFew = 'Select two to four numbers to compare';
export const compare = 'Compare';
export const copy = 'Copy';
export const exportIt = 'Export';
export const exportSelection = 'Export the selection';
export const loadedColumnsOnly = 'The visible columns of loaded rows.';
/** Ends selecting with a finger. */
export const done = 'Done';
export const clear = 'Clear the selection';
/** After a refresh. */
export const unticked = (gone: number, count: string) =>
  gone === 1
    ? '1 selected row is no longer in the list and was deselected.'
    : `${count} selected rows are no longer in the list and were deselected.`;
export const cleared = 'Selection cleared';

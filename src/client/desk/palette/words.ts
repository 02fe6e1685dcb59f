import { isolate } from '../../lib/format.ts';

/**
 * Texts that only the palette says; commands of other rooms use the words of those rooms. Words under
 * `also` find a command too.
 */
export const commands = 'Commands';
export const numberOrCommand = 'Number or command';
export const digitsOrWhatToDo = 'Search numbers or commands';
export const noSuchCommand = 'No matching command.';
export const on = 'On';

export const groups = {
  numbers: 'Numbers',
  search: 'Search',
  load: 'Load',
  views: 'Views',
  filter: 'Filter',
  export: 'Export',
  history: 'History',
  page: 'Page',
  sort: 'Sort',
  columns: 'Columns',
};

export const searchAllFor = (text: string) => `Search all numbers for “${isolate(text)}”`;
export const searchAllForNumber = (digits: string) =>
  `Search all numbers for ${isolate(`+${digits}`)}`;
export const searchFor = (rows: string, text: string) => `Search ${rows} for “${isolate(text)}”`;

export const setFilter = (name: string, value: string) => `${name}: ${isolate(value)}`;
export const clearAllFilters = 'Clear all filters';
export const exportAs = (what: string, format: string) => `${what} as ${format}`;
export const sortBy = (column: string) => `Sort by ${column}`;
export const sortByDescending = (column: string) => `Sort by ${column}, descending`;
export const showOverview = 'Show the overview';
export const showTable = 'Show the table';
export const showHistory = 'Show the history';
export const doNotSort = 'Remove the sort';
export const hideColumn = (label: string) => `Hide column ${label}`;
export const showColumn = (label: string) => `Show column ${label}`;

export const also = {
  view: 'switch saved view',
  voice: 'capability calls',
  messaging: 'capability sms',
  clear: 'reset remove search',
  check: 'problem finding rule',
  rented: 'year months renting',
  finding: 'check problem error warning F8',
  compare: 'difference side by side',
  look: 'picture map chart view',
  history: 'snapshots timeline added gone changed difference',
  export: 'save download file',
  copy: 'clipboard',
  theme: 'colours appearance mode',
  sort: 'order',
  paste: 'paste crm invoice reconcile csv',
  print: 'paper pdf',
  snapshot: 'history keep',
  asOf: 'snapshot history day yesterday past',
  keys: 'keyboard shortcuts help ?',
  admin: 'people sessions accounts store',
  'sign-out': 'log out leave',
};

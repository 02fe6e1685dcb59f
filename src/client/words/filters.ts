import { isolate } from '../lib/format.ts';

/** Texts of the rail of filters, the search box and the chips of active filters. */
export const filters = 'Filters';
export const filterValues = 'Values to filter by';
export const done = 'Done';
/** Stands before the rows that counts cover, for a screen reader. */
export const counts = 'counts: ';
export const loadedRowsOnly = 'loaded rows';

export const number = 'Number';
export const country = 'Country';
export const type = 'Type';
export const capabilities = 'Capabilities';
export const voice = 'Voice';
export const messaging = 'Messaging';
export const check = 'Check';
export const contains = 'Contains';
export const rented = 'Rented';

export const anyOtherCountry = 'Any other country';
export const anyOtherCountryOption = 'Any other country…';
export const countYes = (count: string) => `${count} yes`;
export const countNo = (count: string) => `${count} no`;

export const searchNumbers = 'Search numbers';
export const numberOrDigits = 'Number or name';
export const clearSearch = 'Clear search';
/** Explains the sign of a key in the search box. */
export const enterSearchesAll = 'Enter searches all numbers';
export const escapeStops = 'Esc stops the search';
export const enterSign = '↵';
export const escapeSign = 'Esc';

/** The effects of its keys, for the sheet of keys. */
export const toSearchBox = 'Go to the search box';
export const openOrSearchAll = 'Open the only match, or search all numbers';
export const toRows = 'Go to the rows';
/** Menus are closed by the browser. */
export const stopOrClear = 'Stop the search, then clear it; or close the menu';

export const allNumbers = 'All numbers';
export const filteredNumbers = 'Filtered numbers';
export const allChanges = 'Changes';
export const filteredChanges = 'Filtered changes';
export const activeFilters = 'Active filters';
export const removeFilter = (label: string, value: string) =>
  `Remove filter ${label} ${isolate(value)}`;
export const clearAll = 'Clear all';
export const cleared = 'Filters cleared';
/** `Local, Mobile, or SIP` */
export const oneOf = (values: readonly string[]) =>
  new Intl.ListFormat('en', { type: 'disjunction' }).format(values);
export const andOthers = (value: string, others: string) => `${value} and ${others} others`;
export const fromTo = (first: string, last: string) => `${first} to ${last}`;

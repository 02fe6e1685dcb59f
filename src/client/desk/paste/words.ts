import type { NumberFault } from '#numbering/read-number.ts';
import { formatPlural } from '../../lib/format.ts';
import { numbers, rows } from '../../words/common.ts';

/** Texts of the comparison with a list of numbers. */
export const title = 'Compare with a list of numbers';
export const yourNumbers = 'Your numbers';
export const pasteHere =
  'Paste from a CRM, an invoice or a table, or drop a text or CSV file here.\nAny format; one or more per line. Names beside the numbers are compared too.';
export const chooseFile = 'Choose a file';
export const file = 'File of numbers';
export const nationalNumbersFrom = 'Numbers without a country code are from';
export const noCountry = 'no country';
export const fileTooLarge = 'This file is larger than 20 MB.';
export const noTextFile =
  'This is not a text file. Save the table as CSV, or copy its column here.';
export const clear = 'Clear the list';
export const cleared = 'Cleared the pasted list';

export const yourList = (what: string) => `Your list: ${what}.`;
export const repeated = (count: string) => `${count} repeated`;
export const skipped = (count: string) => `${count} skipped`;
export const reading = (percent: string) => `Reading your list: ${percent}.`;
export const compareUnfiltered = 'Compare without filters';
export const showInTable = 'Show in table';
export const backReturns = 'Back returns to this comparison';

export const firstBeingLoaded = 'The first numbers are still loading.';
export const comparedWith = (what: string) => `Compared with ${what}.`;
export const comparedWithOnly = (what: string) =>
  `Compared with ${what} only. A missing number may still be rented.`;
export const forFilters = (what: string) => `${what} that match the filters`;
export const cameBroken = (skipped: number) =>
  `${rows(skipped)} had invalid data and could not be compared.`;

export const inBoth = 'In both';
export const rentedOnly = 'Rented, not in your list';
export const rentedOnlySoFar = 'Rented, not in your list, so far';
export const listOnly = 'In your list, not rented';
export const listOnlySoFar = 'In your list, not among these rows';
export const theNumbers = (title: string) => `the numbers: ${title}`;
export const exportAs = (format: string, title: string) => `Export as ${format}: ${title}`;
export const moreInFile = (count: string) => `${count} more in the export`;
export const showMore = (count: string) => `Show ${count} more`;

export const number = 'Number';
export const name = 'Name';
export const nameInList = 'Name in your list';
export const onlyOtherNames = (count: number) =>
  `Only ${formatPlural(count, 'different name')}, marked ≠`;
export const sameNames = (count: number) =>
  count === 1 ? 'No different name' : `No different names among ${numbers(count)}`;
/** Stands before a name, for a screen reader. */
export const differs = 'Differs: ';

export const entries = (count: number) => formatPlural(count, 'entry', 'entries');
export const entriesSkipped = (count: number) => `${entries(count)} skipped`;
export const line = (place: string) => `Line ${place}:`;
export const more = (count: string) => `${count} more`;
export const whatWasSkipped = 'what was skipped';
export const faults: Readonly<Record<NumberFault, string>> = {
  rounded: 'Rounded by a spreadsheet',
  letters: 'Letters in the number: choose its country',
  country: 'No country code: choose a country',
  impossible: 'No such number in any country',
  date: 'A date',
  none: 'No phone number found',
};

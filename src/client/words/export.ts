import { formatCount, formatPlural } from '../lib/format.ts';
import { rows } from './common.ts';

/** Texts of exports and copies. */
export const formats = {
  csv: { label: 'CSV', hint: 'For programs: numbers and dates as Apifonica writes them' },
  xlsx: { label: 'Excel', hint: 'Numbers as Apifonica writes them, as text; dates in UTC' },
  json: { label: 'JSON', hint: 'For programs: an array, one object per line' },
};

/** The header of a date in an Excel file: dates in Excel have no time zone. */
export const inUtc = (field: string) => `${field} (UTC)`;

export const exportRows = (what: string) => `Export ${what}`;
export const copyRows = (what: string) => `Copy ${what}`;
export const visibleColumns = 'The visible columns, in the order shown.';
/** On a phone, whose own rows have no columns. */
export const tableColumns = 'The columns chosen under More, in their order.';
export const ofChanges =
  'The change and the moments of both snapshots come first. An old value stands before the new one, in a column ending in “_before”.';
/** The sheet of an Excel file with changes. */
export const changesSheet = 'Changes';
export const exportSheet = 'Export';
export const moreNotLoaded =
  'More rows are available but not loaded. “partial” is added to the file name.';
export const someBroken = (skipped: number) =>
  `All rows but ${formatCount(skipped)} with invalid data. “partial” is added to the file name.`;
export const loadThenExport = 'Load the rest, then export';
export const waitsForAll = 'Starts when everything is loaded.';
export const exportChecks = 'Export checks';
export const exportChecksOf = (filter: string) => `Export checks: ${filter}`;
export const allFindings = 'All findings for these rows';
export const onlyFindings = (filter: string) => `Only “${filter}” of these rows`;
export const onePerLine = (findings: string) => `${findings}, one per line`;
export const findingsSoFar = (findings: string) =>
  `Checks are still running. ${findings} so far, one per line`;
export const forSpreadsheet =
  'To paste into a spreadsheet: numbers with +, dates as Apifonica writes them';
export const rowsUntouched = 'No row was lost. Try again.';

export const states = {
  paused: { shown: 'Paused', name: 'Paused before exporting' },
  stopped: { shown: 'Stopped', name: 'Stopped before exporting' },
  waiting: (file: string) => ({
    shown: `${file} waits`,
    name: `${file} waits: loading before exporting`,
  }),
  building: { shown: 'Exporting…', name: 'Exporting…' },
  copying: { shown: 'Copying…', name: 'Copying…' },
  failed: { shown: 'Failed', name: 'Failed to export' },
  copyFailed: { shown: 'Failed', name: 'Failed to copy' },
};
export const making = 'Creating the file';
export const written = (count: string, of: number) => `${count} of ${rows(of)} written`;
export const rowsWritten = 'Rows written';
export const madeOnceAllHere = (file: string) =>
  `The ${file} file is created when everything is loaded.`;
export const cancelExport = 'Cancel the export';

export const exported = 'Exported';
export const exportedRows = (count: number) => `Exported ${rows(count)}`;
export const exportedFindings = (count: number) => `Exported ${formatPlural(count, 'finding')}`;
export const copiedRows = (count: number) => `Copied ${rows(count)}`;
export const failed = 'The export failed';
export const copyFailed = 'The copy failed';

import { formatPlural } from '../lib/format.ts';

/** Texts of many rooms. */
export const rows = (count: number) => formatPlural(count, 'row');
export const allRows = (count: number) => `all ${rows(count)}`;
export const loadedRows = (count: number) => formatPlural(count, 'loaded row');
export const theLoadedRows = (count: number) => `the ${loadedRows(count)}`;
export const numbers = (count: number) => formatPlural(count, 'number');
export const loadedNumbers = (count: number) => formatPlural(count, 'loaded number');

/** A label inside a sentence: `number SID`, `SIP token`, `country`. */
export const inSentence = (label: string) =>
  label.replace(/\b[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase());

export const yes = 'Yes';
export const no = 'No';
export const any = 'Any';

export const notSet = 'Not set';
export const close = 'Close';
export const cancel = 'Cancel';
export const tryAgain = 'Try again';
export const loadTheNext = 'Load the next 20';
/** Stands beside values of which only one can be chosen. */
export const oneAtATime = 'One at a time';
export const showFewer = 'Show fewer';
export const showMore = (hidden: string) => `${hidden} more…`;

import { isolate } from './format.ts';

// Months of renting are months of this calendar, also where the reader's days are of another one.
const month = new Intl.DateTimeFormat(undefined, {
  month: 'short',
  year: 'numeric',
  calendar: 'gregory',
});
const year = new Intl.DateTimeFormat(undefined, { year: 'numeric', calendar: 'gregory' });

export const formatMonth = (date: Date) => isolate(month.format(date));
/** A year, which is no count. */
export const formatYear = (date: Date) => isolate(year.format(date));

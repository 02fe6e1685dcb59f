const iso8601 = /^\d{4}-\d\d-\d\dT/;

/**
 * The first day that every program reads alike from an Excel file: Excel has a 29 February 1900 and
 * LibreOffice does not, so dates before March 1900 differ by a day.
 */
const first = Date.UTC(1900, 2, 1);
const last = Date.UTC(9999, 11, 31, 23, 59, 59);

/**
 * A moment for a cell of an Excel file, whose clock is read as UTC.
 *
 * @returns null if the text is not a moment, or not one that a date cell can hold.
 */
export function xlsxDate(text: string): Date | null {
  const moment = iso8601.test(text) ? Date.parse(text) : Number.NaN;
  return moment >= first && moment <= last ? new Date(moment) : null;
}

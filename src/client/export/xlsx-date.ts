const iso8601 = /^\d{4}-\d\d-\d\dT/;

/**
 * The days an Excel file can hold as dates that every program reads alike: Excel has a 29 February
 * 1900, which LibreOffice has not, so dates before March 1900 differ by a day.
 */
const first = Date.UTC(1900, 2, 1);
const last = Date.UTC(9999, 11, 31, 23, 59, 59);

/**
 * A moment for a cell of an Excel file, whose clock is read as UTC.
 *
 * @returns null where the text is no moment, or none that a date cell can hold.
 */
export function xlsxDate(text: string): Date | null {
  const moment = iso8601.test(text) ? Date.parse(text) : Number.NaN;
  return moment >= first && moment <= last ? new Date(moment) : null;
}

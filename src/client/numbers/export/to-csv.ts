import type { RentedNumber } from '#contract/number.ts';
import { cellText } from './cell-text.ts';

/**
 * What makes a spreadsheet read a cell as a formula, in ASCII and full width (OWASP, CSV
 * injection). Such a cell gets an apostrophe in front, which spreadsheets take for "text".
 */
const formula = /^[=+\-@\t\r\n\0＝＋－＠]/;
const phoneNumber = /^\+?\d+$/;
const needsQuotes = /[",\r\n]/;

function csvCell(text: string, isNumber: boolean): string {
  const safe = formula.test(text) && !(isNumber && phoneNumber.test(text)) ? `'${text}` : text;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180: a header of field names, CRLF after every record, quotes where they are needed. */
export function toCsv(
  rows: readonly RentedNumber[],
  fields: readonly (keyof RentedNumber)[],
): string {
  const lines = rows.map((row) =>
    fields.map((field) => csvCell(cellText(row, field), field === 'number')).join(','),
  );
  return [fields.join(','), ...lines, ''].join('\r\n');
}

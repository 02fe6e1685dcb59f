/**
 * Characters that end a cell in some program: the default separators of spreadsheets, and every
 * line break.
 */
export const cellEnds = ',;|\\t\\n\\v\\f\\r\\x85\\u2028\\u2029';

/** Characters that a program may drop in front of a formula sign: spaces, quotes, invisible ones. */
const dropped = '[\\s\\p{Cc}\\p{Cf}"]*';
const signs = '[=+\\-@＝＋－＠]';
const first = new RegExp(`^(?:[\\t\\r\\n\\0]|${dropped}${signs})`, 'u');
const later = new RegExp(`(?<=[${cellEnds}]${dropped})${signs}`, 'gu');
const hasCellEnd = new RegExp(`[${cellEnds}]`);
const phoneNumber = /^\+?\d+$/;

/**
 * Puts an apostrophe in front of every formula sign that a spreadsheet would run (OWASP, CSV
 * injection): at the beginning of the cell, and behind every character that another program takes
 * for the end of a cell. LibreOffice splits at semicolons and tabs as well as at commas. When it is
 * told to split at one of them alone, quotes inside a line protect nothing.
 *
 * @param isNumber whether the cell is a phone number, which may begin with `+`.
 */
export function guardFormula(text: string, isNumber = false): string {
  if (isNumber && phoneNumber.test(text)) return text;
  const guarded = first.test(text) ? `'${text}` : text;
  return hasCellEnd.test(text) ? guarded.replace(later, "'$&") : guarded;
}

/** Quotes a cell that `needsQuotes` matches, and doubles the quotes inside. */
export const quoteCell = (text: string, needsQuotes: RegExp): string =>
  needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const needsQuotes = /["\t\n\v\f\r\x85\u2028\u2029]/;

/**
 * A cell of tab-separated text as spreadsheets write and paste it: quoted if it holds a quote, a tab
 * or a line break. A bare quote at the start of a cell would swallow the rows below.
 *
 * @param isNumber whether the cell is a phone number, which may begin with `+`.
 */
export const tsvCell = (text: string, isNumber = false): string =>
  quoteCell(guardFormula(text, isNumber), needsQuotes);

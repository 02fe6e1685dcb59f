import { guardFormula } from './guard-formula.ts';
import { quoteCell } from './quote-cell.ts';

const needsQuotes = /["\t\n\v\f\r\x85\u2028\u2029]/;

/**
 * A cell of tab-separated text as spreadsheets write and paste it: quoted if it holds a quote, a tab
 * or a line break. A bare quote at the start of a cell would swallow the rows below.
 *
 * @param isNumber whether the cell is a phone number, which may begin with `+`.
 */
export const tsvCell = (text: string, isNumber = false): string =>
  quoteCell(guardFormula(text, isNumber), needsQuotes);

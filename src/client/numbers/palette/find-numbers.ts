import type { RentedNumber } from '#contract/number.ts';
import type { RowSet } from '../rows/row-set.ts';
import { searchedDigits } from '../rows/searched-digits.ts';

/** One digit is in nearly every number. */
const fewestDigits = 2;

/**
 * The loaded rows whose number has the digits of a text, in whatever format they were typed: how
 * many, and the first of them, the number that is exactly it before any other. Null when the text
 * is no number.
 */
export function findNumbers(
  { rows }: Pick<RowSet, 'rows'>,
  text: string,
  most: number,
): { count: number; first: readonly RentedNumber[] } | null {
  const digits = searchedDigits(text);
  if (digits.length < fewestDigits) return null;
  const first: RentedNumber[] = [];
  let count = 0;
  for (const row of rows) {
    if (!row.number.includes(digits)) continue;
    count += 1;
    if (row.number.replace(/^\+/, '') === digits) first.unshift(row);
    else if (first.length < most) first.push(row);
  }
  return { count, first: first.slice(0, most) };
}

import type { RentedNumber } from '#contract/number.ts';
import { rowLine } from '#contract/number-line.ts';
import type { RowSet } from '../../list/row-set.ts';

/** One digit is in nearly every number. */
const fewestDigits = 2;

/**
 * The loaded rows whose number has some of the digits that a text means: how many, and the first of
 * them, the number that is exactly it before any other. Null when the text is no number.
 *
 * @param numbers what the text means: see `searchedNumbers`.
 */
export function findNumbers(
  { rows }: Pick<RowSet, 'rows'>,
  numbers: readonly string[],
  most: number,
): { count: number; first: readonly RentedNumber[] } | null {
  const searched = numbers.filter((digits) => digits.length >= fewestDigits);
  if (searched.length === 0) return null;
  const first: RentedNumber[] = [];
  let count = 0;
  for (const row of rows) {
    const { number, number_e164 } = row;
    if (!searched.some((digits) => number_e164?.includes(digits) || number.includes(digits)))
      continue;
    count += 1;
    if (searched.includes(number_e164 ?? rowLine(row))) first.unshift(row);
    else if (first.length < most) first.push(row);
  }
  return { count, first: first.slice(0, most) };
}

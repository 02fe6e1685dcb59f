import type { RentedNumber } from '#contract/number.ts';
import { rowLine } from '#contract/number-line.ts';
import { testValues } from '../../list/coded-column.ts';
import type { RowSet } from '../../list/row-set.ts';

/** One digit is in nearly every number, and one letter in nearly every name. */
const fewest = 2;

interface Found {
  count: number;
  first: readonly RentedNumber[];
}

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
): Found | null {
  const searched = numbers.filter((digits) => digits.length >= fewest);
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

/** The loaded rows with a text in their name: how many, and the first of them. */
export function findNames({ rows, columns }: RowSet, text: string, most: number): Found {
  const sought = text.trim().toLowerCase();
  const first: RentedNumber[] = [];
  let count = 0;
  if (sought.length >= fewest) {
    const passes = testValues(
      columns.name,
      (name) => name?.toLowerCase().includes(sought) ?? false,
    );
    const { codes } = columns.name;
    for (const [position, row] of rows.entries()) {
      if (passes[codes[position]!] !== 1) continue;
      count += 1;
      if (first.length < most) first.push(row);
    }
  }
  return { count, first };
}

import { numberDigits } from '#checks/numbering/number-digits.ts';
import type { RentedNumber } from '#contract/number.ts';
import type { PastedNumber } from './read-list.ts';
import { rentedDigits } from './rented-digits.ts';

export interface Comparison {
  /** The places of rows whose number is in the list too. */
  both: Uint32Array;
  /** The places of rows whose number is not. */
  rentedOnly: Uint32Array;
  /** Numbers of the list that no row has. */
  listOnly: readonly PastedNumber[];
}

/** What rows and a list have in common, and what only one of them has; the order of each is kept. */
export function compareLists(
  rows: readonly RentedNumber[],
  numbers: readonly PastedNumber[],
): Comparison {
  const listed = new Set(numbers.map(({ digits }) => digits));
  const rented = rentedDigits(rows);
  const both: number[] = [];
  const rentedOnly: number[] = [];
  for (const [position, row] of rows.entries()) {
    const digits = numberDigits(row.number);
    (digits !== null && listed.has(digits) ? both : rentedOnly).push(position);
  }
  return {
    both: Uint32Array.from(both),
    rentedOnly: Uint32Array.from(rentedOnly),
    listOnly: numbers.filter(({ digits }) => !rented.has(digits)),
  };
}

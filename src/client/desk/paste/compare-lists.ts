import type { RentedNumber } from '#contract/number.ts';
import { numberLine, rowLine } from '#contract/number-line.ts';
import type { PastedNumber } from './read-list.ts';

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
  const listed = new Set(numbers.map(({ digits }) => numberLine(digits)));
  const rented = new Set<string>();
  const both: number[] = [];
  const rentedOnly: number[] = [];
  for (const [position, row] of rows.entries()) {
    const line = rowLine(row);
    rented.add(line);
    (listed.has(line) ? both : rentedOnly).push(position);
  }
  return {
    both: Uint32Array.from(both),
    rentedOnly: Uint32Array.from(rentedOnly),
    listOnly: numbers.filter(({ digits }) => !rented.has(numberLine(digits))),
  };
}

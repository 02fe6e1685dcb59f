import type { RentedNumber } from '#contract/number.ts';
import { numberLine, rowLine } from '#contract/number-line.ts';
import type { PastedNumber } from './read-list.ts';

export interface Comparison {
  /** Positions of rows whose number is in the list. */
  both: Uint32Array;
  /** Positions of rows whose number is not in the list. */
  rentedOnly: Uint32Array;
  /** Numbers of the list without a row. */
  listOnly: readonly PastedNumber[];
}

/** Splits rows and a list into common and single numbers. Each part keeps its order. */
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

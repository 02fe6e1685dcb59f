import type { RentedNumber } from '#contract/number.ts';
import { rowLine } from '#contract/number-line.ts';
import { isOtherName } from './beside-number.ts';
import type { PastedNumber } from './read-list.ts';

export interface Comparison {
  /** Positions of rows whose number is in the list. */
  both: Uint32Array;
  /** Positions of those rows that have another name in the list. */
  renamed: Uint32Array;
  /** Positions of rows whose number is not in the list. */
  rentedOnly: Uint32Array;
  /** Numbers of the list without a row. */
  listOnly: readonly PastedNumber[];
}

/** Splits rows and a list into common and single numbers. Each part keeps its order. */
export function compareLists(
  rows: readonly RentedNumber[],
  numbers: ReadonlyMap<string, PastedNumber>,
): Comparison {
  const rented = new Set<PastedNumber>();
  const both: number[] = [];
  const renamed: number[] = [];
  const rentedOnly: number[] = [];
  for (const [position, row] of rows.entries()) {
    const pasted = numbers.get(rowLine(row));
    if (pasted === undefined) {
      rentedOnly.push(position);
      continue;
    }
    rented.add(pasted);
    both.push(position);
    if (isOtherName(pasted.beside, row.name)) renamed.push(position);
  }
  return {
    both: Uint32Array.from(both),
    renamed: Uint32Array.from(renamed),
    rentedOnly: Uint32Array.from(rentedOnly),
    listOnly: [...numbers.values()].filter((pasted) => !rented.has(pasted)),
  };
}

import type { RentedNumber } from '#contract/number.ts';
import { rowLine } from '#contract/number-line.ts';

/** Every row's number, as numbers are compared. */
export const rentedLines = (rows: readonly RentedNumber[]): Set<string> =>
  new Set(rows.map(rowLine));

import { numberDigits } from '#checks/numbering/number-digits.ts';
import type { RentedNumber } from '#contract/number.ts';

/** The digits of every row's number. */
export const rentedDigits = (rows: readonly RentedNumber[]): Set<string> =>
  new Set(rows.flatMap((row) => numberDigits(row.number) ?? []));

import type { RentedNumber } from '#contract/number.ts';

/** A field as text, the same in every format: null is empty, a boolean is `true` or `false`. */
export function cellText(row: RentedNumber, field: keyof RentedNumber): string {
  const value = row[field];
  return value === null ? '' : String(value);
}

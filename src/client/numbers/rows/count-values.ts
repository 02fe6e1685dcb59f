import type { RentedNumber } from '#contract/number.ts';

/** How many of the rows have each value of a field. */
export function countValues(
  rows: readonly RentedNumber[],
  field: 'country_code' | 'type',
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row[field], (counts.get(row[field]) ?? 0) + 1);
  return counts;
}

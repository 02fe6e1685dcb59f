import type { RentedNumber } from '#contract/number.ts';
import type { NumberSelection } from '#contract/selection.ts';
import { matchesFilters } from '../../upstream/matches-filters.ts';

/** Values are compared as the upstream's are: without regard to upper and lower case. */
const oneOf = (values: readonly string[] | undefined) => {
  if (values === undefined) return () => true;
  const lower = new Set(values.map((value) => value.toLowerCase()));
  return (value: string) => lower.has(value.toLowerCase());
};

/** Whether a row belongs to a selection. */
export function inSelection({
  country_code,
  type,
  ...single
}: NumberSelection): (row: RentedNumber) => boolean {
  const hasCountry = oneOf(country_code);
  const hasType = oneOf(type);
  return (row) => hasCountry(row.country_code) && hasType(row.type) && matchesFilters(row, single);
}

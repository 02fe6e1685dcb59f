import type { Address } from '../address/address.ts';
import type { RowSet } from './row-set.ts';

/**
 * The country whose national numbers are meant when no country is chosen: the only country in the
 * filter, or of all loaded rows. Null when there are several countries, or no real one.
 */
export function onlyCountry(
  { country_code }: Pick<Address, 'country_code'>,
  { columns }: Pick<RowSet, 'columns'>,
): string | null {
  const { values, counts } = columns.country_code;
  const [only, ...others] = country_code ?? values.filter((_, at) => (counts[at] ?? 0) > 0);
  const isCountry = only !== undefined && others.length === 0 && /^[a-z]{2}$/i.test(only);
  return isCountry ? only.toUpperCase() : null;
}

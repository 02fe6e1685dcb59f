import type { Address } from '../address/address.ts';
import type { RowSet } from './row-set.ts';

/**
 * Whose national numbers are meant where nobody says: those of the one country that is asked for, or
 * that all rows here are of. Null where there are several, or what is there is no country.
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

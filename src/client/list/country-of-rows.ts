import { knownCountry, rowCountry } from '../fields/country-name.ts';
import type { RowSet } from './row-set.ts';

/** A country by its code alone, as the rows of a set are shown that have it. */
export function countryName(
  { rows, columns: { country_code } }: Pick<RowSet, 'rows' | 'columns'>,
  code: string,
): string {
  const known = knownCountry(code);
  if (known !== undefined) return known;
  const place = country_code.values.indexOf(code);
  const row = place === -1 ? undefined : rows[country_code.codes.indexOf(place)];
  return row ? rowCountry(row) : code;
}

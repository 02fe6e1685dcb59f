import type { RentedNumber } from '#contract/number.ts';
import { formatCountry } from '../lib/format.ts';
import * as words from '../words/table.ts';
import type { RowSet } from './rows/row-set.ts';

/** What the page calls a country, in the reader's language; none for a code it does not know. */
export const knownCountry = (code: string): string | undefined =>
  code === 'international' ? words.international : formatCountry(code);

/** The country of a row: where the page has no name for it, it is called as the API does. */
export const rowCountry = (row: Pick<RentedNumber, 'country_code' | 'country_name'>): string =>
  knownCountry(row.country_code) ?? (row.country_name || row.country_code);

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

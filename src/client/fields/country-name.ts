import type { RentedNumber } from '#contract/number.ts';
import { formatCountry } from '../lib/format.ts';
import * as words from '../words/table.ts';

/**
 * The English name of a country; none for a code that the page does not know. A code in another
 * spelling than ISO's is said too, as Apifonica takes it for another one.
 */
export function knownCountry(code: string): string | undefined {
  if (code === 'international') return words.international;
  const name = formatCountry(code.toUpperCase());
  if (name === undefined) return undefined;
  return code === code.toUpperCase() ? name : words.countryAndCode(name, code);
}

/** The country of a row: where the page has no name for it, it is called as the API does. */
export function rowCountry({
  country_code,
  country_name,
}: Pick<RentedNumber, 'country_code' | 'country_name'>): string {
  const known = knownCountry(country_code);
  if (known !== undefined) return known;
  if (country_name === '' || country_code === '') return country_name || country_code;
  return words.countryAndCode(country_name, country_code);
}

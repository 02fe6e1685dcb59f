import type { Address } from '../address/address.ts';
import type { SearchPlace } from '../address/search-intent.ts';
import type { NumberPlan } from '../address/useNumberPlan.ts';
import { onlyCountry } from './only-country.ts';
import { rentedLines } from './rented-lines.ts';
import type { RowSet } from './row-set.ts';

/** What a number may mean that is typed over a list. */
export const searchPlace = (
  address: Pick<Address, 'country_code'>,
  set: RowSet,
  plan: NumberPlan | null,
): SearchPlace => ({
  plan,
  country: onlyCountry(address, set),
  countries: set.columns.country_code.values,
  isRented: (line) => rentedLines(set).has(line),
});

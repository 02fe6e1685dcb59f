import type { Address } from './address.ts';
import { onlyCountry } from './only-country.ts';
import { rentedLines } from './rows/rented-lines.ts';
import type { RowSet } from './rows/row-set.ts';
import type { SearchPlace } from './search-intent.ts';
import type { NumberPlan } from './useNumberPlan.ts';

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

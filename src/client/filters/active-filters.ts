import type { PageFilterName } from '#contract/selection.ts';
import type { Address } from '../address/address.ts';
import { checkLabel } from '../fields/check-label.ts';
import { rentedWords } from '../fields/month-words.ts';
import { typeLabel } from '../fields/type-label.ts';
import { formatCount } from '../lib/format.ts';
import { countryName } from '../list/country-of-rows.ts';
import type { RowSet } from '../list/row-set.ts';
import * as common from '../words/common.ts';
import * as words from '../words/filters.ts';

type FilterName = PageFilterName | 'q' | 'check' | 'rented';
type Filters = { [Name in FilterName]?: Readonly<Address[Name]> };

const yesNo = (value: boolean) => (value ? common.yes : common.no);

const mostNamed = 3;

/** `Local, Mobile, or SIP`; long lists are counted. */
const listed = (values: readonly string[]) =>
  values.length <= mostNamed
    ? words.oneOf(values)
    : words.andOthers(values[0]!, formatCount(values.length - 1));

interface ActiveFilter {
  name: string;
  label: string;
  value: string;
}

/** The active filters and the search, as label and value. */
export function activeFilters(
  {
    number = null,
    country_code = null,
    type = null,
    voice = null,
    messaging = null,
    q = null,
    check = null,
    rented = null,
  }: Filters,
  set: RowSet,
): ActiveFilter[] {
  return [
    number !== null && { name: 'number', label: words.number, value: `+${number}` },
    country_code !== null && {
      name: 'country_code',
      label: words.country,
      value: listed(country_code.map((code) => countryName(set, code))),
    },
    type !== null && { name: 'type', label: words.type, value: listed(type.map(typeLabel)) },
    voice !== null && { name: 'voice', label: words.voice, value: yesNo(voice) },
    messaging !== null && { name: 'messaging', label: words.messaging, value: yesNo(messaging) },
    check !== null && { name: 'check', label: words.check, value: checkLabel(check) },
    q !== null && { name: 'q', label: words.contains, value: q },
    rented !== null && { name: 'rented', label: words.rented, value: rentedWords(rented) },
  ].filter((filter) => filter !== false);
}

import { formatCount } from '../lib/format.ts';
import * as common from '../words/common.ts';
import * as words from '../words/filters.ts';
import { checkLabel } from './check-label.ts';
import type { FilterName, FilterValues } from './filter-names.ts';
import { rentedWords } from './month-words.ts';
import { documentedTypes, typeLabel } from './type-label.ts';

/** What a country is called, by its code. */
type NameCountry = (code: string) => string;

/**
 * A filter's label and words. Its codec is in `contract` where the server shares it, else in
 * `address/address.ts`. A filter that the server does not know is applied in `list/match-rows.ts`.
 */
export interface FilterSpec<Value> {
  label: string;
  /** A chosen value in words. */
  text: (value: Value, nameCountry: NameCountry) => string;
  /** Whether the text is the reader's own, which nobody translates. */
  isVerbatim?: boolean;
  /** Values that are offered although no row has them. */
  known?: readonly string[];
}

const mostNamed = 3;

/** `Local, Mobile, or SIP`; long lists are counted. */
const listed = (values: readonly string[]) =>
  values.length <= mostNamed
    ? words.oneOf(values)
    : words.andOthers(values[0]!, formatCount(values.length - 1));

const yesNo = (value: boolean) => (value ? common.yes : common.no);

/** Every filter. */
export const filterSpecs: { readonly [Name in FilterName]: FilterSpec<FilterValues[Name]> } = {
  number: { label: words.number, text: (number) => `+${number}`, isVerbatim: true },
  country_code: {
    label: words.country,
    text: (codes, nameCountry) => listed(codes.map(nameCountry)),
  },
  type: {
    label: words.type,
    text: (types) => listed(types.map(typeLabel)),
    known: documentedTypes,
  },
  voice: { label: words.voice, text: yesNo },
  messaging: { label: words.messaging, text: yesNo },
  check: { label: words.check, text: checkLabel },
  q: { label: words.contains, text: (q) => q, isVerbatim: true },
  rented: { label: words.rented, text: rentedWords },
};

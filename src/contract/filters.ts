import { parsePhoneNumber } from './phone-digits.ts';

/**
 * The exact filters of the vendor's list, under the vendor's names. `number` is digits. A country
 * and a type keep the spelling of the rows: the vendor documents its types twice and differently,
 * and an exact filter finds no other spelling.
 */
export interface NumberFilters {
  number?: string;
  country_code?: string;
  country_name?: string;
  type?: string;
  voice?: boolean;
  messaging?: boolean;
}

export type FilterName = keyof NumberFilters;

export interface FilterCodec<T> {
  /** The value, or null when the text is invalid. */
  parse(text: string): T | null;
  /** The accepted texts, as the end of the sentence "x must be …". */
  expects: string;
}

const boolean: FilterCodec<boolean> = {
  parse: (text) => (text === 'true' ? true : text === 'false' ? false : null),
  expects: 'true or false',
};

/** A character can take nine in an address, and an address must fit into four kilobytes. */
const longestText = 64;

/**
 * Whether a text can be a filter's value: 1 to 64 UTF-16 units without a lone surrogate, which no
 * address can hold.
 */
export const isFilterText = (value: string): boolean =>
  value !== '' && value.length <= longestText && !/\p{Surrogate}/u.test(value);

const text = (what: string): FilterCodec<string> => ({
  parse: (written) => (isFilterText(written) ? written : null),
  expects: `${what}, as the numbers spell it, in 1 to ${longestText} characters`,
});

/** One codec for the address bar and the backend-for-frontend. Values are written with `String`. */
export const filterCodecs = {
  number: {
    parse: parsePhoneNumber,
    expects: 'a phone number of 4 to 15 digits; +, spaces, dashes and a leading 00 are fine',
  },
  country_code: text('a country code such as GB or international'),
  country_name: text('the full name of a country'),
  type: text('a number type such as local, mobile, toll_free or sip'),
  voice: boolean,
  messaging: boolean,
} satisfies { [K in FilterName]-?: FilterCodec<NonNullable<NumberFilters[K]>> };

export const filterNames = Object.keys(filterCodecs) as FilterName[];

/** The filters as query parameters, always in the same order: equal filters give equal text. */
export function filterEntries(filters: NumberFilters): [FilterName, string][] {
  return filterNames.flatMap((name) => {
    const value = filters[name];
    return value === undefined ? [] : [[name, String(value)] satisfies [FilterName, string]];
  });
}

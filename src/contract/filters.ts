import { parsePhoneNumber } from './phone-digits.ts';

/**
 * The exact filters of the vendor's list, in its own names.
 * `number` is held as digits; `country_code` is ISO 3166-1 alpha-2 in capitals, or `international`.
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
  /** The value, or null when the text is not one. */
  parse(text: string): T | null;
  /** What `parse` accepts, to end the sentence "x must be …". */
  expects: string;
}

const boolean: FilterCodec<boolean> = {
  parse: (text) => (text === 'true' ? true : text === 'false' ? false : null),
  expects: 'true or false',
};

const matching = (pattern: RegExp, expects: string): FilterCodec<string> => ({
  parse: (text) => (pattern.test(text) ? text : null),
  expects,
});

/** One codec for the address bar and the backend-for-frontend. Values are written with `String`. */
export const filterCodecs = {
  number: {
    parse: parsePhoneNumber,
    expects: 'a phone number of 4 to 15 digits; +, spaces, dashes and a leading 00 are fine',
  },
  country_code: {
    parse: (text) => {
      if (text.toLowerCase() === 'international') return 'international';
      return /^[a-z]{2}$/i.test(text) ? text.toUpperCase() : null;
    },
    expects: 'a two-letter ISO 3166-1 code or "international"',
  },
  country_name: matching(/^[\p{L}\p{M}\p{N} .,'’()&-]{1,80}$/u, 'the full name of a country'),
  type: matching(/^[a-z][a-z0-9_]{0,31}$/, 'a number type such as local, mobile, toll_free or sip'),
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

import { isFilterText, type NumberFilters } from '#contract/filters.ts';
import type { Divided } from './cells.ts';

/** The vendor documents the types twice, once without toll_free; others may be seen. */
const documentedTypes = ['local', 'mobile', 'toll_free', 'sip'];
const either = [true, false] as const;

/**
 * A set of filters as four at the most, by voice and messaging: the one division that leaves no row
 * out, whatever types and countries there are. A dimension that is filtered already is not divided.
 */
export const byCapability = (filters: NumberFilters): NumberFilters[] =>
  either
    .filter((voice) => filters.voice === undefined || filters.voice === voice)
    .flatMap((voice) =>
      either
        .filter((messaging) => filters.messaging === undefined || filters.messaging === messaging)
        .map((messaging) => ({ ...filters, voice, messaging })),
    );

const askable = (values: readonly string[]) => [...new Set(values.filter(isFilterText))];

/** By the types that are documented or were seen; a row of another type is in none of them. */
export const byType = (filters: NumberFilters, seen: readonly Divided[]): NumberFilters[] =>
  askable([...documentedTypes, ...seen.map(({ type }) => type)]).map((type) => ({
    ...filters,
    type,
  }));

/** By the countries that were seen; a row of another country is in none of them. */
export const byCountry = (filters: NumberFilters, seen: readonly Divided[]): NumberFilters[] =>
  askable(seen.map((cell) => cell.country_code)).map((country_code) => ({
    ...filters,
    country_code,
  }));

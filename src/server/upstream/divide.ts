import { isFilterText, type NumberFilters } from '#contract/filters.ts';
import type { Divided } from './cells.ts';

/** The vendor documents the types twice, once without toll_free; rows may have further types. */
const documentedTypes = ['local', 'mobile', 'toll_free', 'sip'];
const either = [true, false] as const;

/**
 * A set of filters divided by voice and messaging into at most four sets: the only division that
 * leaves no row out, whatever types and countries exist. A capability that is filtered already is
 * not divided.
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

/**
 * A set of filters divided by the documented types and the types seen; a row of another type is in
 * no part.
 */
export const byType = (filters: NumberFilters, seen: readonly Divided[]): NumberFilters[] =>
  askable([...documentedTypes, ...seen.map(({ type }) => type)]).map((type) => ({
    ...filters,
    type,
  }));

/** A set of filters divided by the countries seen; a row of another country is in no part. */
export const byCountry = (filters: NumberFilters, seen: readonly Divided[]): NumberFilters[] =>
  askable(seen.map((cell) => cell.country_code)).map((country_code) => ({
    ...filters,
    country_code,
  }));

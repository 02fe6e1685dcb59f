import type { NumberFilters } from '#contract/filters.ts';
import type { WireNumber } from './wire.ts';

const digits = (number: string) => number.replace(/^\+/, '');

/** Whether a row is one that was asked for; the upstream's filters are exact, so this is equality. */
export function matchesFilters(row: WireNumber, filters: NumberFilters): boolean {
  const { number, country_code, country_name, type, voice, messaging } = filters;
  return (
    (number === undefined || digits(row.number) === number) &&
    (country_code === undefined || row.country_code.toLowerCase() === country_code.toLowerCase()) &&
    (country_name === undefined || row.country_name === country_name) &&
    (type === undefined || row.type === type) &&
    (voice === undefined || row.voice === voice) &&
    (messaging === undefined || row.messaging === messaging)
  );
}

import type { ApiNumber } from './api.ts';

const regions = new Map<string, Intl.DisplayNames>();

/** The name of a number's country in a language, which may differ from the API's name. */
export function countryName({ country_code }: ApiNumber, language = 'en'): string {
  if (country_code === 'international') return 'International';
  const names = regions.get(language) ?? new Intl.DisplayNames(language, { type: 'region' });
  regions.set(language, names);
  return names.of(country_code) ?? country_code;
}

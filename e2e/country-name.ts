import type { ApiNumber } from './api.ts';

const regions = new Map<string, Intl.DisplayNames>();

/** A number's country as a reader of a language sees it, which need not be the API's name for it. */
export function countryName({ country_code }: ApiNumber, language = 'en'): string {
  if (country_code === 'international') return 'International';
  const names = regions.get(language) ?? new Intl.DisplayNames(language, { type: 'region' });
  regions.set(language, names);
  return names.of(country_code) ?? country_code;
}

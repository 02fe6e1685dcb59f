import {
  getCountries,
  getCountryCallingCode,
  validatePhoneNumberLength,
} from 'libphonenumber-js/min';
import { otherForm } from '#contract/number-line.ts';
import { withoutSeparators } from '#contract/phone-digits.ts';
import { plainDigits } from '#contract/plain-digits.ts';
import { bareNumber } from './bare-number.ts';
import { readNumber } from './read-number.ts';

/** No calling code is the beginning of another. */
const callingCodes = [...new Set(getCountries().map((country) => getCountryCallingCode(country)))];

/** Countries whose trunk prefix is not a single 0: the prefix and the calling code. */
const trunks: Readonly<Record<string, readonly [trunk: string, code: string]>> = {
  BY: ['8', '375'],
  HU: ['06', '36'],
  KZ: ['8', '7'],
  LT: ['8', '370'],
  RU: ['8', '7'],
  TM: ['8', '993'],
};

/** The digits of an unfinished number, without its trunk prefix. */
function begunNumber(bare: string, country: string | null): string[] {
  const [, prefix, digits = ''] = /^(\+|00)?(\d+)$/.exec(withoutSeparators(bare)) ?? [];
  if (prefix !== undefined) {
    const code = callingCodes.find((one) => digits.startsWith(one)) ?? '';
    return [code + digits.slice(code.length).replace(/^0+/, '')];
  }
  const [trunk, code = ''] = trunks[country?.toUpperCase() ?? ''] ?? [];
  return trunk !== undefined && digits.startsWith(trunk) ? [code + digits.slice(trunk.length)] : [];
}

/**
 * The digits that a search text looks for inside numbers: its E.164 digits in each country,
 * complete or as far as they are written.
 *
 * @param countries ISO 3166-1 alpha-2 of the countries whose national form the text may have.
 */
export function numberFragments(text: string, countries: readonly string[]): string[] {
  if (/\p{L}/u.test(plainDigits(text)) && readNumber(text).fault === 'none') return [];
  const bare = bareNumber(text);
  const found = [null, ...countries].flatMap((country) => {
    const { digits } = readNumber(text, { country });
    return digits === undefined
      ? begunNumber(bare, country)
      : [digits, otherForm(digits) ?? digits];
  });
  return [...new Set(found)].filter((digits) => digits !== '');
}

/**
 * Whether a numbering plan has longer numbers than this one, so that it may be a number typed in part.
 *
 * @param digits E.164 without `+`.
 * @returns false too where no plan has the country code.
 */
export function mayGoOn(digits: string): boolean {
  const longer = validatePhoneNumberLength(`+${digits}0`);
  return longer === undefined || longer === 'TOO_SHORT' || longer === 'INVALID_LENGTH';
}

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

/** Countries whose trunk prefix is not a single 0. */
const trunks: Readonly<Record<string, { trunk: string; code: string }>> = {
  BY: { trunk: '8', code: '375' },
  HU: { trunk: '06', code: '36' },
  KZ: { trunk: '8', code: '7' },
  LT: { trunk: '8', code: '370' },
  RU: { trunk: '8', code: '7' },
  TM: { trunk: '8', code: '993' },
};

/** The digits of an unfinished number, without its trunk prefix. */
function begunNumber(bare: string, country: string | null): string[] {
  const found = /^(\+|00)?(\d+)$/.exec(withoutSeparators(bare));
  if (found === null) return [];
  const [, prefix, digits = ''] = found;
  if (prefix !== undefined) {
    const code = callingCodes.find((one) => digits.startsWith(one)) ?? '';
    return [code + digits.slice(code.length).replace(/^0+/, '')];
  }
  const own = trunks[country?.toUpperCase() ?? ''];
  if (own === undefined || !digits.startsWith(own.trunk)) return [];
  return [own.code + digits.slice(own.trunk.length)];
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

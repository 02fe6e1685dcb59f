import { phoneDigits } from '#contract/phone-digits.ts';
import { callingCode, callingCodesOf } from '../numbering/calling-codes.ts';
import type { NumberRule } from '../rule.ts';

/** Digits that begin with the calling code of another country than the row names. */
export const countryMismatch: NumberRule = {
  id: 'country-mismatch',
  level: 'warning',
  title: 'Number of another country',
  remedy:
    'Compare the number with the contract. Ask Apifonica to correct the number or its country.',
  check({ number, number_e164, country_code }) {
    const digits = number_e164 ?? phoneDigits(number);
    const codes = callingCodesOf(country_code);
    if (digits === null || digits === '' || codes.length === 0) return [];
    if (codes.some((code) => digits.startsWith(code))) return [];
    const actual = callingCode(digits) ?? digits.slice(0, 3);
    const country = country_code === 'international' ? 'International' : country_code;
    const expected = codes.map((code) => `+${code}`).join(', ');
    const message = `Filters and prices by country may be wrong for this number: it begins with +${actual}, but ${country} numbers begin with ${codes.length > 1 ? 'one of ' : ''}${expected}.`;
    return [{ field: 'country_code', message }];
  },
};

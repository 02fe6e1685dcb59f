import { phoneDigits } from '#contract/phone-digits.ts';
import { callingCode } from '../numbering/calling-codes.ts';
import type { NumberRule } from '../rule.ts';

/**
 * ITU-T E.164, section 6.1: at most 15 digits. Nearly all numbers in use have at least 8 digits
 * with their country code.
 */
const fewest = 8;
const most = 15;

/** The North American plan: +1 and always ten digits behind it. */
const northAmerican = 11;

/** The fault of a number that no numbering plan has, to follow "it". */
function faultOf(digits: string | null): string {
  if (digits === null) return 'holds more than digits';
  const count = digits.length;
  if (count < fewest) return `has ${count} digits, and E.164 numbers have at least ${fewest}`;
  if (count > most) return `has ${count} digits, and E.164 numbers have at most ${most}`;
  const code = callingCode(digits);
  if (code === null) return 'begins with no country code';
  return code === '1'
    ? `has ${count} digits, and numbers with +1 have ${northAmerican}`
    : `has ${count} digits, and no number with +${code} has as many`;
}

/**
 * A number that cannot be dialled: no numbering plan has a number of its length, or the text is no
 * number at all.
 */
export const impossibleLength: NumberRule = {
  id: 'impossible-length',
  level: 'warning',
  title: 'Impossible length',
  remedy: 'Compare the number with the contract. Ask Apifonica to correct it.',
  check({ number, number_e164 }) {
    if (number_e164 !== null) return [];
    const fault = faultOf(phoneDigits(number));
    return [{ field: 'number', message: `Nobody can dial this number: it ${fault}.` }];
  },
};

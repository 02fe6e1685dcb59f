import { numberDigits } from '../numbering/number-digits.ts';
import type { NumberRule } from '../rule.ts';

/** ITU-T E.164, section 6.1: at most 15 digits. Hardly a number in use has fewer than 8 with its code. */
const fewest = 8;
const most = 15;

/** The North American plan: +1 and always ten digits behind it. */
const northAmerican = 11;

/** What is wrong with a number, to follow "it", or null. */
function faultOf(digits: string | null): string | null {
  if (digits === null) return 'holds more than digits';
  const count = digits.length;
  if (count < fewest) return `has ${count} digits, and E.164 numbers have at least ${fewest}`;
  if (count > most) return `has ${count} digits, and E.164 numbers have at most ${most}`;
  if (digits.startsWith('1') && count !== northAmerican) {
    return `has ${count} digits, and numbers with +1 have ${northAmerican}`;
  }
  return null;
}

/** A number that cannot be dialled, for the count of its digits or because it is no number at all. */
export const impossibleLength: NumberRule = {
  id: 'impossible-length',
  level: 'warning',
  title: 'Impossible length',
  check({ number }) {
    const fault = faultOf(numberDigits(number));
    if (fault === null) return [];
    return [{ field: 'number', message: `Nobody can dial this number: it ${fault}.` }];
  },
};

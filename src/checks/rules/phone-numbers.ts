import { rowLine } from '#contract/number-line.ts';
import { phoneDigits } from '#contract/phone-digits.ts';
import { isPause } from '../is-pause.ts';
import { callingCode, callingCodesOf } from '../numbering/calling-codes.ts';
import type { InventoryRule, NumberRule } from '../rule.ts';

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

/**
 * One number in several rows. Rows with equal SIDs are one row that came twice, and no duplicate.
 */
export const duplicateNumber: InventoryRule = {
  id: 'duplicate-number',
  level: 'error',
  title: 'Listed more than once',
  remedy:
    'Compare the setups of these numbers. Keep the intended one and give the others back, or ask Apifonica why the number is listed again.',
  *check(rows) {
    const sidsOf = new Map<string, Set<string> | string>();
    for (const [at, row] of rows.entries()) {
      if (isPause(at)) yield null;
      const { number_sid } = row;
      const line = rowLine(row);
      const sids = sidsOf.get(line);
      // A Set for each number would cost more than all other rules together.
      if (sids === undefined) sidsOf.set(line, number_sid);
      else if (typeof sids !== 'string') sids.add(number_sid);
      else if (sids !== number_sid) sidsOf.set(line, new Set([sids, number_sid]));
    }
    for (const sids of sidsOf.values()) {
      if (typeof sids === 'string') continue;
      const message = `The number is rented ${sids.size} times under different SIDs. Apifonica does not document which setup a call or message reaches.`;
      for (const sid of sids) yield [sid, { field: 'number', message }];
    }
  },
};

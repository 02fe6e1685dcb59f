import type { RentedNumber } from '#contract/number.ts';
import { phoneDigits } from '#contract/phone-digits.ts';

const wordFields = ['name', 'country_name', 'call_controller', 'msg_controller'] as const;
/** Hexadecimal: digits alone would be found in them by chance, where nobody sees why. */
const sidFields = ['number_sid', 'call_app_sid', 'msg_app_sid', 'endpoint_sid'] as const;

/**
 * A test for rows that a search text is about. Digits, however they are spaced, are looked for
 * inside the number; any text inside names and controllers, and inside SIDs unless it is digits.
 */
export function searchTest(search: string): (row: RentedNumber) => boolean {
  const text = search.trim().toLowerCase();
  // A national number is stored without its leading zero, behind the country code.
  const digits = phoneDigits(search)?.replace(/^0(?=[1-9])/, '') ?? '';
  const fields = /^\d+$/.test(text) ? wordFields : [...wordFields, ...sidFields];
  return (row) =>
    (digits !== '' && row.number.includes(digits)) ||
    fields.some((field) => row[field]?.toLowerCase().includes(text));
}

import type { RentedNumber } from '#contract/number.ts';
import { phoneDigits } from '#contract/phone-digits.ts';

const textFields = [
  'name',
  'number_sid',
  'country_name',
  'call_controller',
  'msg_controller',
  'call_app_sid',
  'msg_app_sid',
  'endpoint_sid',
] as const satisfies readonly (keyof RentedNumber)[];

/**
 * A test for rows that a search text is about. Digits, however they are spaced, are looked for
 * inside the number; any text inside the names, SIDs, controllers and applications too.
 */
export function searchTest(search: string): (row: RentedNumber) => boolean {
  const text = search.trim().toLowerCase();
  // A national number is stored without its leading zero, behind the country code.
  const digits = phoneDigits(search)?.replace(/^0/, '') ?? null;
  return (row) =>
    (digits !== null && digits !== '' && row.number.includes(digits)) ||
    textFields.some((field) => row[field]?.toLowerCase().includes(text));
}

import { phoneDigits } from '#contract/phone-digits.ts';
import { testValues } from './coded-column.ts';
import type { RowSet } from './row-set.ts';

const wordFields = ['name', 'country_name', 'call_controller', 'msg_controller'] as const;
/** Hexadecimal: digits alone would be found in them by chance, where nobody sees why. */
const sidFields = ['call_app_sid', 'msg_app_sid', 'endpoint_sid'] as const;

/**
 * A test for the rows there are that a search text is about. Digits, however they are spaced, are
 * looked for inside the number; any text inside names and controllers, and inside SIDs unless it is
 * digits.
 */
export function searchTest(
  { rows, columns }: RowSet,
  search: string,
): (position: number) => boolean {
  const text = search.trim().toLowerCase();
  // A national number is stored without its leading zero, behind the country code.
  const digits = phoneDigits(search)?.replace(/^0(?=[1-9])/, '') ?? '';
  const isDigits = /^\d+$/.test(text);
  const mentions = (value: string | null) => value?.toLowerCase().includes(text) ?? false;
  const tests = (isDigits ? wordFields : [...wordFields, ...sidFields])
    .map((field) => ({ codes: columns[field].codes, passes: testValues(columns[field], mentions) }))
    .filter(({ passes }) => passes.includes(1));
  return (position) => {
    for (const { codes, passes } of tests) if (passes[codes[position]!] === 1) return true;
    // The position is that of a row.
    const { number, number_sid } = rows[position]!;
    return (digits !== '' && number.includes(digits)) || (!isDigits && mentions(number_sid));
  };
}

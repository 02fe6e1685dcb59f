import { phoneDigits } from '#contract/phone-digits.ts';
import type { NumberPlan } from '../address/useNumberPlan.ts';

/**
 * What to look for inside numbers: the digits of a text, however they are spaced, and what the
 * numbering plans make of them. A national number is stored without its leading zero, behind the
 * country code. None when the text is no number.
 *
 * @param plan null until it is loaded.
 * @param countries of the rows, whose national writing may be meant.
 */
export function searchedNumbers(
  text: string,
  plan: NumberPlan | null,
  countries: readonly string[],
): readonly string[] {
  const digits = phoneDigits(text)?.replace(/^0(?=[1-9])/, '') ?? '';
  const found = plan?.fragments(text, countries) ?? [];
  if (digits === '') return found;
  // Numbers that contain the digits are found by the digits alone.
  return [digits, ...found.filter((number) => !number.includes(digits))];
}

import { phoneDigits } from '#contract/phone-digits.ts';

/**
 * The digits of a text, however they are spaced, as a number would hold them; '' when the text is
 * no number. A national number is stored without its leading zero, behind the country code.
 */
export const searchedDigits = (text: string): string =>
  phoneDigits(text)?.replace(/^0(?=[1-9])/, '') ?? '';

import { phoneDigits } from '#contract/phone-digits.ts';

/** Nearly every row: digits alone, perhaps behind a `+`. */
const plain = /^\+?([1-9]\d*)$/;

/** The digits of a row's number, or null when it holds anything else. Quick for what the API sends. */
export const numberDigits = (number: string): string | null =>
  plain.exec(number)?.[1] ?? phoneDigits(number);

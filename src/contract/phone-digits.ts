import { plainDigits } from './plain-digits.ts';

/** E.164 allows 15 digits; the shortest number anyone rents has four. */
const fullNumber = /^\d{4,15}$/;

/** What people write between digits: spaces, dashes, dots, slashes, quotes, brackets. */
const separators =
  /[\s\p{Pd}\p{Pc}\p{Ps}\p{Pe}\p{Pi}\p{Pf}.·•∙⋅‧・。∕⁄'`"/\\~|\u2032\u2035\u2212\u02b9-\u02bf]/gu;

/** A text in plain digits without what people write between them. */
export const withoutSeparators = (plain: string): string => plain.replace(separators, '');

function digitsOf(plain: string): string | null {
  const bare = withoutSeparators(plain).replace(/^\+/, '00');
  if (!/^\d*$/.test(bare)) return null;
  return bare.startsWith('00') ? bare.slice(2) : bare;
}

/**
 * The digits of a phone number, or of a part of one, as people write it: `+`, a leading `00`, the
 * `(0)` that some put behind the country code, separators and invisible marks are taken away;
 * digits of every script are digits.
 *
 * @returns the digits, possibly none, or null when anything else is in the text.
 */
export const phoneDigits = (text: string): string | null =>
  digitsOf(plainDigits(text).replace(/^([^\d]*(?:\+|00)[\d\s]*)\(0\)/, '$1'));

/**
 * A whole number as digits (4 to 15 of them), or null when the text is not one. A zero behind the
 * country code stays: the numbering plan says whether the number has it.
 */
export function parsePhoneNumber(text: string): string | null {
  const digits = digitsOf(plainDigits(text));
  return digits !== null && fullNumber.test(digits) ? digits : null;
}

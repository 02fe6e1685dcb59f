import { plainDigits } from './plain-digits.ts';

/** E.164 allows 15 digits; the shortest number anyone rents has four. */
const fullNumber = /^\d{4,15}$/;

/** Marks that people write between digits: spaces, dashes, dots, slashes, quotes, brackets. */
const separators =
  /[\s\p{Pd}\p{Pc}\p{Ps}\p{Pe}\p{Pi}\p{Pf}.·•∙⋅‧・。∕⁄'`"/\\~|\u2032\u2035\u2212\u02b9-\u02bf]/gu;

/** A text in plain digits without its separators. */
export const withoutSeparators = (plain: string): string => plain.replace(separators, '');

function digitsOf(plain: string): string | null {
  const bare = withoutSeparators(plain).replace(/^\+/, '00');
  if (!/^\d*$/.test(bare)) return null;
  return bare.startsWith('00') ? bare.slice(2) : bare;
}

/**
 * The digits of a written phone number, or of a part of one. A `+`, a leading `00`, a `(0)` behind
 * the country code, separators and invisible marks are removed; digits of every script count.
 *
 * @returns the digits, '' when there are none, or null when the text holds anything else.
 */
export const phoneDigits = (text: string): string | null =>
  digitsOf(plainDigits(text).replace(/^([^\d]*(?:\+|00)[\d\s]*)\(0\)/, '$1'));

/**
 * A complete number as 4 to 15 digits, or null when the text is not one. A zero behind the country
 * code stays: only the numbering plan knows whether the number has it.
 */
export function parsePhoneNumber(text: string): string | null {
  const digits = digitsOf(plainDigits(text));
  return digits !== null && fullNumber.test(digits) ? digits : null;
}

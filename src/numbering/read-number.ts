import { numberLine } from '#contract/number-line.ts';
import { withoutSeparators } from '#contract/phone-digits.ts';
import { plainDigits } from '#contract/plain-digits.ts';
import { bareNumber } from './bare-number.ts';
import { isRounded, sheetNumber, vanityDigits } from './notations.ts';
import { planReadings, type Reading } from './plan-readings.ts';

/**
 * Why a text is no number:
 * - `date`: the text is a date.
 * - `rounded`: a spreadsheet has replaced digits by an exponent.
 * - `letters`: letters stand for digits, and no country is chosen that has the number.
 * - `country`: the country code is missing, and no country is chosen.
 * - `impossible`: no numbering plan has a number of this length.
 * - `none`: the text is not written like a number.
 */
export type NumberFault = 'date' | 'rounded' | 'letters' | 'country' | 'impossible' | 'none';

export type NumberRead =
  | (Reading & { fault?: never })
  | { fault: NumberFault; digits?: never; isValid?: never };

interface Reader {
  /** ISO 3166-1 alpha-2 of the country whose national numbers are meant; null for none. */
  country?: string | null;
  /**
   * Whether a number, as `numberLine` gives it, is rented. Of several readings, a rented one holds.
   */
  isRented?: (line: string) => boolean;
}

/**
 * The digits that a number with its country code has at least, and the longest text of a number.
 */
const fewest = 7;
const mostCharacters = 250;
/** Nearly all national numbers have at most this many digits. */
const mostNational = 12;

const day = '(?:0?[1-9]|[12]\\d|3[01])';
const month = '(?:0?[1-9]|1[0-2])';
const year = '(?:19|20)\\d\\d';
const clock = '(?:[T\\s,]+\\d{1,2}:?\\d\\d.*)?';
const date = new RegExp(
  `^(?:${year}([-./])${month}\\1${day}|${day}([-./])${month}\\2${year}|${month}([-./])${day}\\3${year}|${year}${month}${day}(?=T))${clock}$`,
  'i',
);

/** The position in a list: `3.`, `1)`, `12:`. A position in brackets may also be an area code. */
const place = /^[1-9]\d{0,5}(?:[.:]\s+|[)\]]\s*)(?=[+(\d])/;
const bracketedPlace = /^[([][1-9]\d{0,5}[)\]]\s+(?=[+(\d])/;
/** Other digits before a number that is unbroken or international. */
const other = /^(?:\d{1,6}[^\d+]+){1,2}(?=\d{8,15}\D*$|\+|00)/;
/** Other digits behind an unbroken number: a count, a year. */
const otherBehind = /(?<=^\+?\d{8,15})(?:\s+\d{1,6}){1,2}$/;

/** The ways to read a text, the likelier first. */
function variants(bare: string): string[] {
  const without = (mark: RegExp) => (mark.test(bare) ? [bare.replace(mark, '')] : []);
  return [
    ...without(place),
    bare,
    ...without(bracketedPlace),
    ...without(other),
    ...without(otherBehind),
  ];
}

/** A zero in brackets is not dialled from abroad, except in Italian numbers that are not mobile. */
const zeroBehindCode = /\(\s*0\s*\)/;
const italianZero = /^\D*39\D*\(\s*0\s*\)(?!\D*3(?:\D*\d){9}\D*$)/;

/**
 * The digits that a text can mean, with a leading `+` if there is one; none when the text holds
 * anything else.
 */
function digitsOf(bare: string): string[] {
  const asDialled = bare.replace(zeroBehindCode, '');
  const texts = italianZero.test(bare) ? [bare, asDialled] : [asDialled, bare];
  return [...new Set(texts)].flatMap((text) => {
    const digits = withoutSeparators(text).replace(/^\++/, '+');
    return /^\+?\d{4,}$/.test(digits) ? [digits] : [];
  });
}

/** The digits of a number written with letters, without its position in a list. */
export const speltDigits = (bare: string): string | null =>
  variants(bare)
    .map(vanityDigits)
    .find((spelt) => spelt !== null) ?? null;

const countOf = (digits: string) => digits.replace('+', '').length;

/** Why digits, or letters, are no number. */
function faultOf(bare: string, digits: readonly string[], country: string | null): NumberFault {
  if (digits.length === 0) return speltDigits(bare) === null ? 'none' : 'letters';
  const [first = ''] = digits;
  if (countOf(first) < fewest) return 'none';
  const mayBeNational = !/^\+|^00/.test(first) && countOf(first) <= mostNational;
  return country === null && mayBeNational ? 'country' : 'impossible';
}

/** The readings of a number written with letters; up to two letters too many are ignored. */
function speltReadings(digits: string, country: string | null): Reading[] {
  if (country === null && !/^(?:\+|00)/.test(digits)) return [];
  return [0, 1, 2]
    .flatMap((extra) => planReadings(digits.slice(0, digits.length - extra), country))
    .filter(({ isValid }) => isValid);
}

/**
 * Reads a text that is one phone number, in any spelling: its E.164 digits by the numbering plan,
 * or why the text is no number. These digits are the identity of a number for search, pasted lists,
 * filters and checks alike.
 */
export function readNumber(
  text: string,
  { country = null, isRented = () => false }: Reader = {},
): NumberRead {
  if (text.length > mostCharacters) return { fault: 'none' };
  const plain = plainDigits(text).trim();
  const bare = bareNumber(sheetNumber(plain) ?? plain);
  const digits = variants(bare).flatMap(digitsOf);
  const isKnown = (number: string) => isRented(numberLine(number));

  // A rented number may be outside every plan; its digits are then taken as written. A short one
  // must be all digits of the text.
  const asWritten = digits
    .filter((one) => countOf(one) >= fewest || countOf(one) === bare.replace(/\D/g, '').length)
    .map((one) => one.replace(/^\+?(?:00)?/, ''))
    .find(isKnown);
  if (asWritten !== undefined) return { digits: asWritten, isValid: true };

  const spelt = digits.length > 0 ? null : speltDigits(bare);
  const readings =
    spelt === null
      ? digits.flatMap((one) => planReadings(one, country))
      : speltReadings(spelt, country);
  const rented = readings.find((reading) => isKnown(reading.digits));
  if (rented !== undefined) return rented;
  if (isRounded(plain)) return { fault: 'rounded' };
  if (date.test(bare)) return { fault: 'date' };
  const best = readings.find(({ isValid }) => isValid) ?? readings[0];
  return best ?? { fault: faultOf(bare, digits, country) };
}

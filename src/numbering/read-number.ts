import { numberLine } from '#contract/number-line.ts';
import { withoutSeparators } from '#contract/phone-digits.ts';
import { plainDigits } from '#contract/plain-digits.ts';
import { bareNumber } from './bare-number.ts';
import { planReadings, type Reading } from './plan-readings.ts';
import { isRounded, sheetNumber } from './sheet-number.ts';
import { vanityDigits } from './vanity.ts';

/**
 * Why a text is no number:
 * - `date`: it is one.
 * - `rounded`: a spreadsheet has replaced digits by an exponent.
 * - `letters`: it has letters for digits, and no country chosen that has such a number.
 * - `country`: it has no country code, and no country is chosen.
 * - `impossible`: no numbering plan has a number of this length.
 * - `none`: it is not written like a number.
 */
export type NumberFault = 'date' | 'rounded' | 'letters' | 'country' | 'impossible' | 'none';

export type NumberRead =
  | (Reading & { fault?: never })
  | { fault: NumberFault; digits?: never; isValid?: never };

interface Reader {
  /** ISO 3166-1 alpha-2 of the country whose national numbers are meant; null for none. */
  country?: string | null;
  /** Whether a number, as `numberLine` gives it, is rented: what is known decides what is meant. */
  isRented?: (line: string) => boolean;
}

/** Nobody writes out a shorter number with its country code, and no number takes more room. */
const fewest = 7;
const mostCharacters = 250;
/** Hardly a national number has more. */
const mostNational = 12;

const day = '(?:0?[1-9]|[12]\\d|3[01])';
const month = '(?:0?[1-9]|1[0-2])';
const year = '(?:19|20)\\d\\d';
const clock = '(?:[T\\s,]+\\d{1,2}:?\\d\\d.*)?';
const date = new RegExp(
  `^(?:${year}([-./])${month}\\1${day}|${day}([-./])${month}\\2${year}|${month}([-./])${day}\\3${year}|${year}${month}${day}(?=T))${clock}$`,
  'i',
);

/** The place in a list: `3.`, `1)`, `12:`. In brackets it may be an area as well. */
const place = /^[1-9]\d{0,5}(?:[.:]\s+|[)\]]\s*)(?=[+(\d])/;
const bracketedPlace = /^[([][1-9]\d{0,5}[)\]]\s+(?=[+(\d])/;
/** Whatever else stands in front of a number that is in one piece, or international. */
const other = /^(?:\d{1,6}[^\d+]+){1,2}(?=\d{8,15}\D*$|\+|00)/;
/** What stands behind a number that is in one piece: a count, a year. */
const otherBehind = /(?<=^\+?\d{8,15})(?:\s+\d{1,6}){1,2}$/;

/** The ways to read what is written, the likelier first. */
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

/** A zero in brackets is not dialled from abroad, except in Italy, before all but mobile numbers. */
const zeroBehindCode = /\(\s*0\s*\)/;
const italianZero = /^\D*39\D*\(\s*0\s*\)(?!\D*3(?:\D*\d){9}\D*$)/;

/** What is written, as digits with a `+` where one leads them; none when there is anything else. */
function digitsOf(bare: string): string[] {
  const asDialled = bare.replace(zeroBehindCode, '');
  const texts = italianZero.test(bare) ? [bare, asDialled] : [asDialled, bare];
  return [...new Set(texts)].flatMap((text) => {
    const digits = withoutSeparators(text).replace(/^\++/, '+');
    return /^\+?\d{4,}$/.test(digits) ? [digits] : [];
  });
}

/** The digits of a number that is written with letters, without its place in a list. */
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

/** Numbers that are written with letters; whoever dials one more letter than there are is understood. */
function speltReadings(digits: string, country: string | null): Reading[] {
  if (country === null && !/^(?:\+|00)/.test(digits)) return [];
  return [0, 1, 2]
    .flatMap((extra) => planReadings(digits.slice(0, digits.length - extra), country))
    .filter(({ isValid }) => isValid);
}

/**
 * Reads a text that is one phone number, in whatever way it is written: its E.164 digits by the
 * numbering plan, or why it is none. This is the identity of a number, for search, pasted lists,
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

  // What no plan has may be rented all the same: then it is what is written, and all of it.
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

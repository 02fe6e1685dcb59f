import { numberLine } from '#contract/number-line.ts';
import { parsePhoneNumber } from '#contract/phone-digits.ts';
import { plainDigits } from '#contract/plain-digits.ts';
import type { NumberPlan } from './useNumberPlan.ts';

/** What a text in the search box asks for. */
type SearchIntent =
  | { kind: 'nothing' }
  /** A whole number: the API is asked for exactly it. */
  | { kind: 'number'; number: string }
  /** Anything else narrows the loaded rows. */
  | { kind: 'text'; text: string };

/** What a number may mean where it is typed. */
export interface SearchPlace {
  /** The numbering plans; null until they are loaded, then digits count as they are written. */
  plan: NumberPlan | null;
  /** Whose national numbers are meant, where it is one country's. */
  country: string | null;
  /** The countries of the loaded rows. */
  countries: readonly string[];
  /** Whether a loaded row has a number, as numbers are compared. */
  isRented: (line: string) => boolean;
}

/** Country code and subscriber number together are at least ten digits almost everywhere. */
const wholeFrom = 10;
/** Somebody who writes the international prefix means a whole number sooner. */
const prefixedFrom = 8;

/** What surrounds a number in a message: a label, quotes, a link's scheme, an extension. */
const before = /^(?:tel:|[\p{L} ]*[:•]|["'“”‘’«»‹›<>\s•·])+/iu;
const after = /(?:[,;:."'“”‘’«»‹›<>\s]|(?:ext|x)\.?\s*\d{1,5})+$/iu;
/** Words and then digits are looked for as they are: they may be a name. */
const name = /^\p{L}[^\p{Nd}:+]*\s[\p{Nd}(]/u;

const unwrap = (text: string) => plainDigits(text).replace(before, '').replace(after, '');

export function searchIntent(text: string, place: SearchPlace): SearchIntent {
  const { plan, country, countries, isRented } = place;
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'nothing' };
  const asText: SearchIntent = { kind: 'text', text: trimmed };
  if (name.test(trimmed)) return asText;
  const written = unwrap(trimmed);
  const own = parsePhoneNumber(written);
  const isPrefixed = /^[^\d]*(?:\+|00)/.test(written);
  const isWhole = (digits: string) => digits.length >= (isPrefixed ? prefixedFrom : wholeFrom);
  const read = plan?.read(trimmed, { country, isRented });
  if (plan !== null && !isPrefixed) {
    // A rented number decides between countries: 8 495 123 45 67 is Russian or Vietnamese.
    const rented = countries
      .map((one) => plan.read(trimmed, { country: one, isRented }).digits)
      .find((digits) => digits !== undefined && isWhole(digits) && isRented(numberLine(digits)));
    if (rented !== undefined) return { kind: 'number', number: rented };
  }
  if (read?.isValid && isWhole(read.digits)) return { kind: 'number', number: read.digits };
  // One leading zero is a national number: the API knows numbers with their country code only.
  if (own === null || own.startsWith('0') || !isWhole(own)) return asText;
  const number = read?.digits ?? own;
  // A number typed in part would have no match. Other rows may begin with it.
  return plan?.mayGoOn(number) ? asText : { kind: 'number', number };
}

import { parsePhoneNumber } from '#contract/phone-digits.ts';

/** What a text in the search box asks for. */
export type SearchIntent =
  | { kind: 'nothing' }
  /** A whole number: the API is asked for exactly it. */
  | { kind: 'number'; number: string }
  /** Anything else narrows the loaded rows. */
  | { kind: 'text'; text: string };

/** Country code and subscriber number together are at least ten digits almost everywhere. */
const wholeFrom = 10;
/** Somebody who writes the international prefix means a whole number sooner. */
const prefixedFrom = 8;

/** What surrounds a number in a message: a label, quotes, a link's scheme, an extension. */
const before = /^(?:tel:|[\p{L} ]*[:•]|["'“”‘’«»‹›<>\s•·])+/iu;
const after = /(?:[,;:."'“”‘’«»‹›<>\s]|(?:ext|x)\.?\s*\d{1,5})+$/iu;

const unwrap = (text: string) => text.replace(before, '').replace(after, '');

export function searchIntent(text: string): SearchIntent {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'nothing' };
  const number = unwrap(trimmed);
  const digits = parsePhoneNumber(number);
  // One leading zero is a national number: the API knows numbers with their country code only.
  if (digits === null || digits.startsWith('0')) return { kind: 'text', text: trimmed };
  const from = /^[^\d]*(\+|00)/.test(number.normalize('NFKC')) ? prefixedFrom : wholeFrom;
  return digits.length >= from
    ? { kind: 'number', number: digits }
    : { kind: 'text', text: trimmed };
}

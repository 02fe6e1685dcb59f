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

export function searchIntent(text: string): SearchIntent {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'nothing' };
  const digits = parsePhoneNumber(trimmed);
  const from = /^(\+|00)/.test(trimmed) ? prefixedFrom : wholeFrom;
  if (digits !== null && digits.length >= from) return { kind: 'number', number: digits };
  return { kind: 'text', text: trimmed };
}

import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { LRUCache } from 'lru-cache';

/** Formatting one takes ten microseconds, half of what a page costs; the same ones are read often. */
const formatted = new LRUCache<string, string>({ max: 50_000 });

/** No country has shorter numbers, its code included: digits that are fewer are a short code. */
const whole = /^\+?(\d{7,})$/;

function format(number: string): string {
  const digits = whole.exec(number)?.[1];
  const parsed = digits === undefined ? undefined : parsePhoneNumberFromString(`+${digits}`);
  return parsed?.isPossible() ? parsed.formatInternational() : number;
}

/**
 * International format, behind a `+`. What is no number by the numbering plan (a short code, an
 * address, too many digits) is shown as the API gave it: a `+` would make it somebody else's number.
 */
export function displayNumber(number: string): string {
  // Nothing longer is a phone number, and the memory has to stay small.
  if (number.length > 20) return format(number);
  const known = formatted.get(number);
  if (known !== undefined) return known;
  const display = format(number);
  formatted.set(number, display);
  return display;
}

import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { LRUCache } from 'lru-cache';

/** Formatting one takes ten microseconds, half of what a page costs; the same ones are read often. */
const formatted = new LRUCache<string, string>({ max: 50_000 });

function format(number: string): string {
  const digits = number.replace(/^\+/, '');
  if (!/^\d+$/.test(digits)) return number;
  return parsePhoneNumberFromString(`+${digits}`)?.formatInternational() ?? `+${digits}`;
}

/** International format; digits no numbering plan knows keep their digits, behind one `+`. */
export function displayNumber(number: string): string {
  // Nothing longer is a phone number, and the memory has to stay small.
  if (number.length > 20) return format(number);
  const known = formatted.get(number);
  if (known !== undefined) return known;
  const display = format(number);
  formatted.set(number, display);
  return display;
}

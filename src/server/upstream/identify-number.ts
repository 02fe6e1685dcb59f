import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { LRUCache } from 'lru-cache';
import type { NumberFilters } from '#contract/filters.ts';
import type { RentedNumber } from '#contract/number.ts';
import { formerForm, presentForm } from '#numbering/old-forms.ts';
import { readNumber } from '#numbering/read-number.ts';

/** What a numbering plan says of a number. */
export type Identity = Pick<RentedNumber, 'number_e164' | 'number_display'>;

/** The shortest numbers with a country code, of a few islands. */
const fewestDigits = 7;

/**
 * Reading a number takes tens of microseconds, more than the rest of its row, and the same numbers
 * come often.
 */
const known = new LRUCache<string, Identity>({ max: 50_000 });

/** The E.164 digits of a number from the API, read as international or else as national. */
function e164Of(number: string, country: string): string | null {
  const abroad = readNumber(number);
  if (abroad.isValid) return abroad.digits;
  const home = readNumber(number, { country });
  return (home.isValid ? home.digits : abroad.digits) ?? home.digits ?? null;
}

/** Reads a number that is E.164 already, as nearly all are, only once: half the time. */
function identifyPlain(number: string): Identity | null {
  const digits = number.replace(/^\+/, '');
  if (!/^[1-9]\d+$/.test(digits) || presentForm(digits) !== digits) return null;
  const read = parsePhoneNumberFromString(`+${digits}`);
  if (read?.number !== `+${digits}` || !read.isValid()) return null;
  return { number_e164: digits, number_display: read.formatInternational() };
}

function identify(number: string, country: string): Identity {
  const plain = identifyPlain(number);
  if (plain !== null) return plain;
  const number_e164 = e164Of(number, country);
  if (number_e164 === null) return { number_e164, number_display: number };
  const read = parsePhoneNumberFromString(`+${number_e164}`);
  return { number_e164, number_display: read?.formatInternational() ?? number };
}

/**
 * The number of a row by the numbering plan: its E.164 digits, null when no plan has it, and the
 * international format. A number outside every plan (a short code, an address) is shown as the API
 * gave it: a `+` would make it somebody else's number.
 *
 * @param number as the API sent it.
 * @param country the row's `country_code`, for a number that came in national form.
 */
export function identifyNumber(number: string, country: string): Identity {
  // Longer texts are no phone numbers and would make the memory large. Shorter ones have no country
  // code.
  const digits = number.match(/\p{Nd}/gu)?.length ?? 0;
  if (number.length > 40 || country.length > 20 || digits < fewestDigits) {
    return { number_e164: null, number_display: number };
  }
  const key = `${country} ${number}`;
  const remembered = known.get(key);
  if (remembered !== undefined) return remembered;
  const identity = identify(number, country);
  known.set(key, identity);
  return identity;
}

/**
 * The filters to try in turn until there are rows. The API compares digits, so a number is tried in
 * its present form, in its former form, and as given.
 */
export function numberSpellings(filters: NumberFilters): NumberFilters[] {
  const { number, country_code = null } = filters;
  if (number === undefined) return [filters];
  const e164 = readNumber(number, { country: country_code }).digits;
  const digits = e164 === undefined ? [number] : [e164, formerForm(e164) ?? number, number];
  return [...new Set(digits)].map((one) => ({ ...filters, number: one }));
}

/** Requests each spelling of a number in turn, until an answer has rows or a next page. */
export async function firstWithRows<T extends { next: unknown; numbers: readonly unknown[] }>(
  filters: NumberFilters,
  ask: (spelling: NumberFilters) => Promise<T>,
): Promise<T> {
  const [first = filters, ...others] = numberSpellings(filters);
  let page = await ask(first);
  for (const spelling of others) {
    if (page.numbers.length > 0 || page.next !== null) return page;
    page = await ask(spelling);
  }
  return page;
}

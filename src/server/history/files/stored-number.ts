import type { RentedNumber } from '#contract/number.ts';
import { type Identity, identifyNumber } from '../../upstream/identify-number.ts';
import { rentedNumber } from '../../upstream/to-contract.ts';

/** The literal text before some digits, and how many digits follow. */
type Part = readonly [text: string, digits: number];

const knownParts = new Map<string, readonly Part[]>();

function partsOf(mask: string): readonly Part[] {
  const known = knownParts.get(mask);
  if (known !== undefined) return known;
  const parts = [...mask.matchAll(/([^#]*)(#*)/g)].map(
    ([, text = '', digits = '']) => [text, digits.length] as const,
  );
  // A mask is as short as a number, but a foreign file may have any number of them.
  if (knownParts.size < 10_000) knownParts.set(mask, parts);
  return parts;
}

/**
 * How a number is written in international format, as `+## #### ######`; '' when no plan has it,
 * and null where its digits are not those of `number`. Reading a number by its plan takes tens of
 * microseconds, three seconds in a list of 100,000; filling a mask takes none.
 */
function maskOf({ number, number_e164, number_display }: RentedNumber): string | null {
  if (number_e164 === null) return number_display === number ? '' : null;
  const isPlain =
    number.replace(/^\+/, '') === number_e164 &&
    !number_display.includes('#') &&
    number_display.replace(/\D/g, '') === number_e164;
  return isPlain ? number_display.replace(/\d/g, '#') : null;
}

/** The digits and the format of a number with a mask; null when the mask is not one of the number. */
function fill(number: string, mask: string): Identity | null {
  if (mask === '') return { number_e164: null, number_display: number };
  const number_e164 = number.replace(/^\+/, '');
  let number_display = '';
  let at = 0;
  for (const [text, digits] of partsOf(mask)) {
    number_display += text + number_e164.slice(at, at + digits);
    at += digits;
  }
  return at === number_e164.length ? { number_e164, number_display } : null;
}

/** What a numbering plan says of a stored number. */
const identified = (number: string, country: string, mask: string | null): Identity =>
  (mask === null ? null : fill(number, mask)) ?? identifyNumber(number, country);

/**
 * A number as the files have it: the contract's fields without those that the numbering plan
 * computes. `number_mask` says how the number is written; see `maskOf`.
 */
export interface StoredNumber extends Omit<RentedNumber, 'number_e164' | 'number_display'> {
  number_mask: string | null;
}

export type ColumnName = keyof StoredNumber;
export type ColumnKind = 'text' | 'optional text' | 'flag';

/** The columns in the order of the files. */
export const columns = {
  number_sid: 'text',
  account_sid: 'text',
  number: 'text',
  number_mask: 'optional text',
  name: 'optional text',
  country_code: 'text',
  country_name: 'text',
  type: 'text',
  call_controller: 'optional text',
  call_method: 'optional text',
  msg_controller: 'optional text',
  msg_method: 'optional text',
  call_app_sid: 'optional text',
  msg_app_sid: 'optional text',
  endpoint_sid: 'optional text',
  created: 'optional text',
  updated: 'optional text',
  voice: 'flag',
  messaging: 'flag',
  mode: 'optional text',
  has_token: 'flag',
} satisfies Record<ColumnName, ColumnKind>;

export const columnNames = Object.keys(columns) as ColumnName[];

/** What is compared: all that came from the API. */
const comparedNames = columnNames.filter((name) => name !== 'number_mask');

export const isSameNumber = (one: StoredNumber, other: StoredNumber): boolean =>
  comparedNames.every((name) => one[name] === other[name]);

const lone = /\p{Surrogate}/u;

/** A text without lone surrogates: UTF-8 has none, so no file could give them back. */
const wellFormed = (text: string) =>
  lone.test(text) ? text.replace(/\p{Surrogate}/gu, '\ufffd') : text;
const optional = (text: string | null) => (text === null ? null : wellFormed(text));

/** Fields are copied one by one, so that nothing else of a row can reach a file. */
export const toStored = (row: RentedNumber): StoredNumber => ({
  number_sid: wellFormed(row.number_sid),
  account_sid: wellFormed(row.account_sid),
  number: wellFormed(row.number),
  number_mask: optional(maskOf(row)),
  name: optional(row.name),
  country_code: wellFormed(row.country_code),
  country_name: wellFormed(row.country_name),
  type: wellFormed(row.type),
  call_controller: optional(row.call_controller),
  call_method: optional(row.call_method),
  msg_controller: optional(row.msg_controller),
  msg_method: optional(row.msg_method),
  call_app_sid: optional(row.call_app_sid),
  msg_app_sid: optional(row.msg_app_sid),
  endpoint_sid: optional(row.endpoint_sid),
  created: optional(row.created),
  updated: optional(row.updated),
  voice: row.voice,
  messaging: row.messaging,
  mode: optional(row.mode),
  has_token: row.has_token,
});

/** The number as the page knows it. */
export const toRented = (row: StoredNumber): RentedNumber =>
  rentedNumber(row, identified(row.number, row.country_code, row.number_mask), row.has_token);

/** The order of a list: by `number_sid`, unit by unit. */
export const bySid = (one: { number_sid: string }, other: { number_sid: string }): number =>
  one.number_sid < other.number_sid ? -1 : Number(one.number_sid > other.number_sid);

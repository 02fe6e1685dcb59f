import type { RentedNumber } from '#contract/number.ts';
import { identified, maskOf } from './number-mask.ts';

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
export const toRented = (row: StoredNumber): RentedNumber => ({
  number_sid: row.number_sid,
  account_sid: row.account_sid,
  number: row.number,
  ...identified(row.number, row.country_code, row.number_mask),
  name: row.name,
  country_code: row.country_code,
  country_name: row.country_name,
  type: row.type,
  call_controller: row.call_controller,
  call_method: row.call_method,
  msg_controller: row.msg_controller,
  msg_method: row.msg_method,
  call_app_sid: row.call_app_sid,
  msg_app_sid: row.msg_app_sid,
  endpoint_sid: row.endpoint_sid,
  created: row.created,
  updated: row.updated,
  voice: row.voice,
  messaging: row.messaging,
  mode: row.mode,
  has_token: row.has_token,
});

/** The order of a list: by `number_sid`, unit by unit. */
export const bySid = (one: { number_sid: string }, other: { number_sid: string }): number =>
  one.number_sid < other.number_sid ? -1 : Number(one.number_sid > other.number_sid);

import * as v from 'valibot';
import { isoFromRfc2822 } from './rfc2822.ts';

// What a field says, or undefined where it is none.
const text = (value: unknown) =>
  typeof value === 'string' && value.length <= 2048 ? value : undefined;
const filled = (value: unknown) => (value === '' ? undefined : text(value));
const optionalText = (value: unknown) =>
  value === null || value === undefined ? null : text(value);
const flag = (value: unknown) => (typeof value === 'boolean' ? value : undefined);
const date = (value: unknown) => isoFromRfc2822(text(value) ?? '') ?? undefined;

const readFields = (row: Readonly<Record<string, unknown>>) => ({
  number_sid: filled(row.number_sid),
  account_sid: text(row.account_sid),
  number: filled(row.number),
  token: optionalText(row.token),
  name: optionalText(row.name),
  country_code: text(row.country_code),
  country_name: text(row.country_name),
  type: filled(row.type),
  call_controller: optionalText(row.call_controller),
  call_method: optionalText(row.call_method),
  msg_controller: optionalText(row.msg_controller),
  msg_method: optionalText(row.msg_method),
  call_app_sid: optionalText(row.call_app_sid),
  msg_app_sid: optionalText(row.msg_app_sid),
  endpoint_sid: optionalText(row.endpoint_sid),
  created: date(row.created),
  updated: date(row.updated),
  voice: flag(row.voice),
  messaging: flag(row.messaging),
  mode: optionalText(row.mode),
});

type Fields = ReturnType<typeof readFields>;

/** A row with every field as it should be; dates are ISO 8601 with their offset. */
export type WireNumber = { [K in keyof Fields]: Exclude<Fields[K], undefined> };

const isWhole = (fields: Fields): fields is WireNumber =>
  !Object.values(fields).includes(undefined);

/**
 * One row as the vendor sends it. Unknown fields are dropped by construction; `name` is newer than
 * most copies of the documentation, so it may be missing, as everything may that can be null. By
 * hand: four hundred fields a page through a schema took five times as long, more than reading the
 * JSON and writing it again.
 *
 * Source: "Get List of Rented Numbers", response parameters.
 *
 * @returns null for a broken row, whose fields at fault are added to `faultyFields`.
 */
export function readWireNumber(row: unknown, faultyFields: Set<string>): WireNumber | null {
  if (typeof row !== 'object' || row === null) {
    faultyFields.add('(row)');
    return null;
  }
  const fields = readFields(row as Readonly<Record<string, unknown>>);
  if (isWhole(fields)) return fields;
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) faultyFields.add(name);
  }
  return null;
}

/**
 * The envelope. `next` has to be there, and null at the end: an answer without it may have been cut
 * on the way, and taking it for the last page would lose the rest of the list in silence.
 */
export const wirePageSchema = v.object({
  limit: v.optional(v.unknown()),
  prev: v.optional(v.nullable(v.string()), null),
  next: v.nullable(v.string()),
  numbers: v.array(v.unknown()),
});

import * as v from 'valibot';
import { isoFromRfc2822 } from './rfc2822.ts';

const text = v.pipe(v.string(), v.maxLength(2048));
const filled = v.pipe(text, v.minLength(1));
const optionalText = v.optional(v.nullable(text), null);
const date = v.pipe(
  text,
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const iso = isoFromRfc2822(dataset.value);
    if (iso !== null) return iso;
    addIssue({ message: 'not an RFC 2822 date' });
    return NEVER;
  }),
);

/**
 * One row as the vendor sends it. Unknown fields are dropped by construction; `name` is newer than
 * most copies of the documentation, so it may be missing; dates become ISO 8601 with their offset.
 *
 * Source: "Get List of Rented Numbers", response parameters.
 */
export const wireNumberSchema = v.object({
  number_sid: filled,
  account_sid: text,
  number: filled,
  token: optionalText,
  name: optionalText,
  country_code: text,
  country_name: text,
  type: filled,
  call_controller: optionalText,
  call_method: optionalText,
  msg_controller: optionalText,
  msg_method: optionalText,
  call_app_sid: optionalText,
  msg_app_sid: optionalText,
  endpoint_sid: optionalText,
  created: date,
  updated: date,
  voice: v.boolean(),
  messaging: v.boolean(),
  mode: optionalText,
});

export type WireNumber = v.InferOutput<typeof wireNumberSchema>;

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

import * as v from 'valibot';

/**
 * One rented phone number, in the vendor's own field names.
 *
 * - `number`: exactly as the API gave it, with or without a leading `+`.
 * - `number_e164`: which number that is by the numbering plan, as E.164 digits without `+`; null
 *   when no plan has such a number. Numbers are compared by it, never by how they are written.
 * - `number_display`: the same number in international format, behind a `+`; what is no number by
 *   the numbering plan is the same as `number`.
 * - `created`, `updated`: ISO 8601 with the offset the API gave; null where it gave none, or none
 *   that can be read.
 * - `country_code`, `country_name`, `type`: as the API spells them; '' as with the dates.
 * - `type`, `mode`: open sets, because the vendor documents `type` twice and differently.
 * - `token`, the SIP secret, has no place here: `has_token` only says that there is one.
 *
 * Source: the vendor's "Get List of Rented Numbers".
 */
export const rentedNumberSchema = v.object({
  number_sid: v.string(),
  account_sid: v.string(),
  number: v.string(),
  number_e164: v.nullable(v.string()),
  number_display: v.string(),
  name: v.nullable(v.string()),
  country_code: v.string(),
  country_name: v.string(),
  type: v.string(),
  call_controller: v.nullable(v.string()),
  call_method: v.nullable(v.string()),
  msg_controller: v.nullable(v.string()),
  msg_method: v.nullable(v.string()),
  call_app_sid: v.nullable(v.string()),
  msg_app_sid: v.nullable(v.string()),
  endpoint_sid: v.nullable(v.string()),
  created: v.nullable(v.string()),
  updated: v.nullable(v.string()),
  voice: v.boolean(),
  messaging: v.boolean(),
  mode: v.nullable(v.string()),
  has_token: v.boolean(),
});

export type RentedNumber = v.InferOutput<typeof rentedNumberSchema>;

/**
 * One page of the list.
 *
 * - `prev`, `next`: opaque cursors for the same filters, or null at that end of the list.
 * - `skipped`: how many rows of this page arrived broken and were left out.
 */
export const numberPageSchema = v.object({
  limit: v.number(),
  prev: v.nullable(v.string()),
  next: v.nullable(v.string()),
  skipped: v.number(),
  numbers: v.array(rentedNumberSchema),
});

export type NumberPage = v.InferOutput<typeof numberPageSchema>;

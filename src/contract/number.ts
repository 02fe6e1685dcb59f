import * as v from 'valibot';

/**
 * One rented phone number, in the vendor's own field names.
 *
 * - `number`: exactly as the API gave it, with or without a leading `+`.
 * - `number_e164`: the E.164 digits without `+`, by the numbering plan; null when no plan has the
 *   number. Numbers are compared by these digits, never by their spelling.
 * - `number_display`: the number in international format with a `+`; equal to `number` when no plan
 *   has the number.
 * - `created`, `updated`: ISO 8601 with the offset the API gave; null for a missing or unreadable
 *   date.
 * - `country_code`, `country_name`, `type`: as the API spells them; '' when missing or unreadable.
 * - `type`, `mode`: open sets, because the vendor documents `type` twice and differently.
 * - `token`, the SIP secret, is left out; `has_token` says whether the number has one.
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
 * - `prev`, `next`: opaque cursors for the same filters, or null at the start and the end of the
 *   list.
 * - `skipped`: invalid rows of this page, which were left out.
 */
export const numberPageSchema = v.object({
  limit: v.number(),
  prev: v.nullable(v.string()),
  next: v.nullable(v.string()),
  skipped: v.number(),
  numbers: v.array(rentedNumberSchema),
});

export type NumberPage = v.InferOutput<typeof numberPageSchema>;

import * as v from 'valibot';

const numberTypes = ['local', 'mobile', 'toll_free', 'sip'] as const;
const modes = ['xml', 'end_point', 'sip_phone'] as const;
const methods = ['GET', 'POST'] as const;

/** `Thu, 31 Mar 2016 11:16:59 +0300`: RFC 2822 with a numeric offset, as the vendor's sample. */
const dateSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} [+-]\d{4}$/),
);

/**
 * One rented number as the vendor sends it: every documented field, always present, and the
 * optional `name` of a newer copy of the page. Strict: the sandbox sends nothing undocumented
 * unless a scenario makes it.
 *
 * Source: Apifonica, "Get List of Rented Numbers", GET /v2/accounts/{accountSID}/numbers.
 */
export const numberRowSchema = v.strictObject({
  number_sid: v.pipe(v.string(), v.startsWith('num')),
  account_sid: v.string(),
  number: v.pipe(v.string(), v.regex(/^\d{7,15}$/)),
  name: v.exactOptional(v.nullable(v.string())),
  token: v.nullable(v.string()),
  country_code: v.union([v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)), v.literal('international')]),
  country_name: v.pipe(v.string(), v.nonEmpty()),
  type: v.picklist(numberTypes),
  call_controller: v.string(),
  call_method: v.picklist(methods),
  msg_controller: v.string(),
  msg_method: v.picklist(methods),
  msg_app_sid: v.string(),
  call_app_sid: v.string(),
  endpoint_sid: v.nullable(v.pipe(v.string(), v.startsWith('end'))),
  created: dateSchema,
  updated: dateSchema,
  voice: v.boolean(),
  messaging: v.boolean(),
  mode: v.picklist(modes),
});

/** A page: `limit` is 1 to 20 rows, `prev` and `next` are absolute addresses or null at the ends. */
export const numberPageSchema = v.strictObject({
  limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)),
  prev: v.nullable(v.pipe(v.string(), v.url())),
  next: v.nullable(v.pipe(v.string(), v.url())),
  numbers: v.array(numberRowSchema),
});

/** The shape two public clients read from a failed call; the vendor documents none. */
export const apiErrorSchema = v.strictObject({
  status_code: v.number(),
  error_code: v.number(),
  error_text: v.string(),
  parameters: v.record(v.string(), v.string()),
  errors: v.array(v.string()),
});

export type NumberRow = v.InferOutput<typeof numberRowSchema>;
export type NumberPage = v.InferOutput<typeof numberPageSchema>;
export type ApiError = v.InferOutput<typeof apiErrorSchema>;
export type NumberType = (typeof numberTypes)[number];
export type NumberMode = (typeof modes)[number];
export type HttpMethod = (typeof methods)[number];

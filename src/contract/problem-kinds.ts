import * as v from 'valibot';

/** Every way a request to the backend-for-frontend can fail. Closed: a new code is a new case to present. */
export const problemCodes = [
  'invalid_query',
  'invalid_body',
  'body_too_large',
  'body_type',
  'body_stalled',
  'invalid_cursor',
  'unauthenticated',
  'wrong_password',
  'throttled',
  'cross_site',
  'forwarded',
  'busy',
  'store_unavailable',
  'not_found',
  'account_gone',
  'history_off',
  'snapshot_gone',
  'snapshot_under_way',
  'history_broken',
  'forbidden',
  'method_not_allowed',
  'cursor_expired',
  'upstream_auth',
  'upstream_account',
  'upstream_rate_limited',
  'upstream_unavailable',
  'upstream_unreachable',
  'upstream_distrusted',
  'upstream_proxy',
  'upstream_timeout',
  'upstream_malformed',
  'upstream_contract',
  'internal',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/**
 * Problem details (RFC 9457), served as `application/problem+json`.
 *
 * - `retryable`: the same request may succeed later.
 * - `retryAfterMs`: milliseconds to wait before the same request can succeed.
 * - `parameter`: the query parameter at fault, with `invalid_query`.
 * - `cause`: the code of a failure on the way to Apifonica, as Node spells it, such as `ENOTFOUND`
 *   or `CERT_HAS_EXPIRED`; `PROXY_…` with the status of a proxy, or with the code of a failure on
 *   the way to the proxy.
 */
export const problemSchema = v.object({
  code: v.picklist(problemCodes),
  title: v.string(),
  status: v.number(),
  detail: v.string(),
  requestId: v.string(),
  retryable: v.boolean(),
  retryAfterMs: v.optional(v.number()),
  parameter: v.optional(v.string()),
  cause: v.optional(v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9_]*$/))),
});

export type Problem = v.InferOutput<typeof problemSchema>;

export const problemMediaType = 'application/problem+json';

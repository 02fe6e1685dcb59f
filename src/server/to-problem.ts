import type { Problem, ProblemCode } from '#contract/problem-kinds.ts';
import type { ProblemError } from './problem-error.ts';

const kinds: Record<ProblemCode, { status: number; title: string; retryable: boolean }> = {
  invalid_query: { status: 400, title: 'A query parameter was refused', retryable: false },
  invalid_body: { status: 400, title: 'The body was refused', retryable: false },
  body_too_large: { status: 413, title: 'The body is too large', retryable: false },
  body_type: { status: 415, title: 'The body is of another type', retryable: false },
  body_stalled: { status: 408, title: 'The body did not arrive', retryable: true },
  invalid_cursor: { status: 400, title: 'The cursor was refused', retryable: false },
  unauthenticated: { status: 401, title: 'Not signed in', retryable: false },
  wrong_password: { status: 401, title: 'The password is wrong', retryable: false },
  throttled: { status: 429, title: 'Too many attempts', retryable: true },
  cross_site: { status: 403, title: 'The request came from elsewhere', retryable: false },
  forwarded: { status: 403, title: 'A proxy passed the request on', retryable: false },
  busy: { status: 503, title: 'The dashboard server is busy', retryable: true },
  store_unavailable: {
    status: 503,
    title: 'The store that the servers share does not answer',
    retryable: true,
  },
  not_found: { status: 404, title: 'No such resource', retryable: false },
  account_gone: { status: 404, title: 'There is no such account', retryable: false },
  history_off: { status: 404, title: 'No history is kept here', retryable: false },
  snapshot_gone: { status: 404, title: 'There is no such snapshot', retryable: false },
  snapshot_under_way: { status: 409, title: 'A snapshot is being taken', retryable: true },
  history_broken: { status: 500, title: 'The history cannot be read or written', retryable: false },
  forbidden: { status: 403, title: 'Not allowed', retryable: false },
  method_not_allowed: { status: 405, title: 'Method not allowed', retryable: false },
  cursor_expired: { status: 410, title: 'The cursor has expired', retryable: false },
  upstream_auth: { status: 502, title: 'Apifonica refused the credentials', retryable: false },
  upstream_account: { status: 502, title: 'Apifonica does not know the account', retryable: false },
  upstream_rate_limited: { status: 429, title: 'Apifonica is limiting requests', retryable: true },
  upstream_unavailable: { status: 502, title: 'Apifonica had an error', retryable: true },
  upstream_unreachable: { status: 502, title: 'Apifonica cannot be reached', retryable: true },
  upstream_distrusted: {
    status: 502,
    title: 'The certificate of Apifonica’s server is not trusted',
    retryable: false,
  },
  upstream_proxy: { status: 502, title: 'The proxy refused the way out', retryable: false },
  upstream_timeout: { status: 504, title: 'Apifonica took too long', retryable: true },
  upstream_malformed: { status: 502, title: 'Apifonica sent a broken answer', retryable: true },
  upstream_contract: {
    status: 502,
    title: 'Apifonica sent an unexpected answer',
    retryable: false,
  },
  internal: { status: 500, title: 'The dashboard server had an error', retryable: true },
};

/** A failure in the words of the contract. */
export function toProblem(error: ProblemError, requestId: string): Problem {
  const { code, message: detail, retryAfterMs, parameter, reason } = error;
  const { status, title, retryable } = kinds[code];
  return {
    code,
    title,
    status,
    detail,
    requestId,
    retryable,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(parameter === undefined ? {} : { parameter }),
    ...(reason === undefined ? {} : { cause: reason }),
  };
}

import { ProblemError } from '../problem-error.ts';
import type { UpstreamAnswer } from './attempt.ts';

/** A year; a longer wait is no useful answer. */
const longestSeconds = 365 * 24 * 60 * 60;

/**
 * Milliseconds to wait, from a `Retry-After` header: whole seconds or an HTTP date (RFC 9110,
 * section 10.2.3). A date in the past is no wait.
 *
 * @returns undefined when the header is missing or is neither.
 */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (/^\d+$/.test(text)) return Math.min(Number(text), longestSeconds) * 1000;
  // The two obsolete date formats are read too; that of asctime has no zone and means GMT.
  if (!/^[A-Z][a-z]{2,8},? /.test(text)) return undefined;
  const date = Date.parse(/GMT$/.test(text) ? text : `${text} GMT`);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/**
 * The problem of an answer with another status than 200. The vendor documents no errors; its own
 * SDK reads 401 and 403 both as unauthorised.
 *
 * @param followed whether the request carried a cursor of an earlier answer.
 */
export function problemOfStatus(answer: UpstreamAnswer, followed: boolean): ProblemError {
  const { status } = answer;
  if (status === 401 || status === 403) {
    return new ProblemError(
      'upstream_auth',
      'Check the SID and the token of the account in the settings of the server.',
    );
  }
  if (status === 404 || (status === 410 && !followed)) {
    return new ProblemError(
      'upstream_account',
      'Check the SID of the account and APIFONICA_API_URL in the settings of the server.',
    );
  }
  if (status === 429) {
    return new ProblemError('upstream_rate_limited', 'Apifonica is limiting requests.', {
      retryAfterMs: retryAfterMs(answer.retryAfter, Date.now()),
    });
  }
  if (followed && (status === 400 || status === 410)) {
    return new ProblemError(
      'cursor_expired',
      'Apifonica no longer knows this place in the list. Start the list again.',
    );
  }
  if (status >= 500) {
    return new ProblemError('upstream_unavailable', `Apifonica answered with status ${status}.`, {
      retryAfterMs: retryAfterMs(answer.retryAfter, Date.now()),
    });
  }
  return new ProblemError('upstream_contract', `Apifonica answered with status ${status}.`);
}

import { ProblemError } from '../problem-error.ts';
import type { UpstreamAnswer } from './attempt.ts';
import { retryAfterMs } from './retry-after.ts';

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

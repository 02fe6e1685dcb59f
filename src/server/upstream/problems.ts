import { ProblemError } from '../problem-error.ts';
import { connectionWords } from './connection-words.ts';
import { ConnectionFailure, UnreachedError } from './connections.ts';

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
export function problemOfStatus(
  answer: { status: number; retryAfter: string | undefined },
  followed: boolean,
): ProblemError {
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

/** The status of a proxy's answer to CONNECT; undici gives it in the message only. */
function refusalOf(cause: unknown): number | undefined {
  const match = cause instanceof Error ? /^Proxy response \((\d{3})\)/.exec(cause.message) : null;
  return match ? Number(match[1]) : undefined;
}

function refusalProblem(status: number, cause: unknown): ProblemError {
  const extras = { reason: `PROXY_${status}`, cause };
  if (status >= 500) {
    const words = `The proxy could not reach Apifonica (${status}). Check APIFONICA_API_URL, and the log of the proxy.`;
    return new UnreachedError(words, extras);
  }
  const words =
    status === 407 || status === 401
      ? `The proxy asks for a user and password (${status}). Put them into HTTPS_PROXY: http://user:password@proxy.example:3128.`
      : `The proxy refuses the way to Apifonica (${status}). Have it allow the host of APIFONICA_API_URL, or list the host in NO_PROXY if it can be reached without.`;
  return new ProblemError('upstream_proxy', words, extras);
}

/**
 * The code of an error, if spelt like Node's codes. Messages are not used: they may quote sent
 * data.
 */
function codeOf(cause: unknown): string | undefined {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,50}$/.test(code) ? code : undefined;
}

/**
 * Why there is no answer, by the code of the failure, in words that say what to do. The words quote
 * no address, header or answer.
 *
 * @param hasBegun whether a part of the answer had arrived.
 */
export function connectionProblem(failure: unknown, hasBegun: boolean): ProblemError {
  const isConnecting = failure instanceof ConnectionFailure;
  const leg = isConnecting ? failure.leg : 'upstream';
  const cause = isConnecting ? failure.cause : failure;
  const status = refusalOf(cause);
  if (status !== undefined) return refusalProblem(status, cause);

  const code = codeOf(cause);
  const { kind, what, remedy } = connectionWords(code ?? '', leg);
  const words = `${what}${code ? ` (${code})` : ''}. ${remedy}`;
  const reason = code && (leg === 'proxy' ? `PROXY_${code}` : code);
  const extras = { reason, cause };
  if (kind === 'distrust') return new ProblemError('upstream_distrusted', words, extras);
  if (kind === 'passing' && !hasBegun) return new UnreachedError(words, extras);
  return new ProblemError('upstream_unreachable', words, extras);
}

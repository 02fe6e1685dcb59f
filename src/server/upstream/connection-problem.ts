import { ProblemError } from '../problem-error.ts';
import { ConnectionFailure, UnreachedError } from './connection-errors.ts';
import { connectionWords } from './connection-words.ts';

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

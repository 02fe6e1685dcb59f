import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import * as v from 'valibot';

/**
 * Why a sign-in at the provider did not succeed, as far as the person needs to know.
 *
 * - `elsewhere`: begun in another browser, or too long ago.
 * - `used`: the same answer of the provider came before.
 * - `signed_out`: the person has logged out at the provider meanwhile.
 * - `refused`: the provider says that the person, or a rule there, said no.
 * - `reported`: the provider reports an error.
 * - `away`: the provider cannot be reached, or is out of order.
 * - `late`: by the clock here, the provider's answer is not valid yet or any more.
 * - `distrusted`: the answer is not one of this provider for this attempt.
 * - `no_role`: no group of the person has a role.
 */
export type FailureKind =
  | 'elsewhere'
  | 'used'
  | 'signed_out'
  | 'refused'
  | 'reported'
  | 'away'
  | 'late'
  | 'distrusted'
  | 'no_role';

/** A sign-in that did not succeed; `reason` is for the log and has no text of a request. */
export class SignInFailure extends Error {
  override readonly name = 'SignInFailure';
  readonly kind: FailureKind;
  readonly reason: string;

  constructor(kind: FailureKind, reason: string = kind, cause?: unknown) {
    super(reason, { cause });
    this.kind = kind;
    this.reason = reason;
  }
}

const awayCodes = ['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON'];
const awayErrors = ['temporarily_unavailable', 'server_error'];

/** RFC 6749, section 4.1.2.1; another text could be anybody's. */
const knownError = (text: string) => (/^[a-z_]{1,40}$/.test(text) ? text : 'unknown error');

/** The claim at fault, where the library names one. */
const claimSchema = v.object({
  cause: v.object({ cause: v.object({ claim: v.pipe(v.string(), v.regex(/^[a-z_]{1,20}$/)) }) }),
});
const networkSchema = v.object({
  cause: v.object({ code: v.pipe(v.string(), v.regex(/^[A-Z_]{1,60}$/)) }),
});

/** The failure behind an error of the library; null for a fault of this server. */
export function toFailure(error: unknown): SignInFailure | null {
  if (error instanceof SignInFailure) return error;
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) {
    const reason = knownError(error.error);
    if (reason === 'access_denied') return new SignInFailure('refused', reason, error);
    if (awayErrors.includes(reason)) return new SignInFailure('away', reason, error);
    return new SignInFailure('reported', reason, error);
  }
  // Some providers refuse the secret of the client this way.
  if (error instanceof WWWAuthenticateChallengeError) {
    return new SignInFailure('reported', `HTTP ${error.status}`, error);
  }
  if (error instanceof ClientError) {
    const code = error.code ?? 'unknown';
    if (awayCodes.includes(code)) return new SignInFailure('away', code, error);
    if (code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return new SignInFailure('late', code, error);
    const claim = v.safeParse(claimSchema, error);
    const reason = claim.success ? `claim ${claim.output.cause.cause.claim}` : code;
    return new SignInFailure('distrusted', reason, error);
  }
  const network = v.safeParse(networkSchema, error);
  if (network.success) return new SignInFailure('away', network.output.cause.code, error);
  if (error instanceof TypeError && error.message === 'fetch failed') {
    return new SignInFailure('away', 'fetch failed', error);
  }
  return null;
}

import { ProblemError, type ProblemExtras } from '../problem-error.ts';

/**
 * No part of an answer came: the upstream, or a proxy on the way, is unreachable. A retry costs the
 * upstream next to nothing, and it may be back at any moment.
 */
export class UnreachedError extends ProblemError {
  constructor(detail: string, extras: ProblemExtras) {
    super('upstream_unreachable', detail, extras);
  }
}

/**
 * The part of the way on which a connection failed: to the upstream itself, or to the proxy before
 * it.
 */
export type Leg = 'upstream' | 'proxy';

/**
 * A connection that was never made. This error hides the `code` of its cause from undici, which
 * acts on some codes: it would connect again and again, as if the failure were its own.
 */
export class ConnectionFailure extends Error {
  override readonly name = 'ConnectionFailure';
  readonly leg: Leg;

  constructor(leg: Leg, cause: unknown) {
    super('A connection could not be made.', { cause });
    this.leg = leg;
  }
}

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

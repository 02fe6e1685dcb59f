/** Where a connection could not be made: on the way to the upstream itself, or to the proxy before it. */
export type Leg = 'upstream' | 'proxy';

/**
 * A connection that was never made. It stands in front of its cause, which says why in its `code`,
 * because undici acts on some codes: it connects again and again, as if the failure were its own.
 */
export class ConnectionFailure extends Error {
  override readonly name = 'ConnectionFailure';
  readonly leg: Leg;

  constructor(leg: Leg, cause: unknown) {
    super('A connection could not be made.', { cause });
    this.leg = leg;
  }
}

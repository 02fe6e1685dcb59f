import { ProblemError } from '../problem-error.ts';

/** Wrong tries without a wait; each further one doubles the wait, up to five minutes. */
const freeTries = 5;
/** While many clients guess at once, as a network of hijacked machines does. */
const freeTriesWhileMany = 1;
export const mostWaitMs = 5 * 60 * 1000;
export const forgottenAfterMs = 60 * 60 * 1000;
/** Wrong tries of all clients in an hour, from which on each client has fewer free ones. */
export const manyWrong = 200;
/** The answer to a client whose last try is still being checked. */
export const busyMs = 1000;

/** The result of a try; an unchecked try does not count. */
export type Outcome = 'right' | 'wrong' | 'unchecked';

/**
 * The count of wrong passwords. Only a client's own wrong passwords make it wait, and one try of a
 * client is checked at a time.
 */
export interface Throttle {
  /**
   * Begins a try. The try counts as a wrong one until its end is told, so that a loss of the store
   * gives no free try.
   * @returns the function that tells the end of the try; may fail with `store_unavailable`.
   * @throws ProblemError `throttled` when the client has to wait, with the time; or
   *   `store_unavailable`.
   */
  begin(client: string): Promise<(outcome: Outcome) => Promise<void>>;
}

export const throttled = (retryAfterMs: number) =>
  new ProblemError('throttled', 'Too many attempts to sign in. Wait, then try again.', {
    retryAfterMs,
  });

export const freeTriesFor = (wrongOfAll: number) =>
  wrongOfAll < manyWrong ? freeTries : freeTriesWhileMany;

/** The wait after a number of wrong tries of one client. */
export function waitAfter(wrong: number, wrongOfAll: number): number {
  const beyond = wrong - freeTriesFor(wrongOfAll);
  return beyond < 0 ? 0 : Math.min(mostWaitMs, 1000 * 2 ** beyond);
}

import { retryDelay } from './retry-delay.ts';
import type { UnreachedError } from './unreached-error.ts';

/** Knows whether the upstream cannot be reached now, for all calls of the process. */
export interface Outage {
  /** Why nobody gets an answer; null once somebody did. */
  error(): UnreachedError | null;
  /**
   * An attempt got nothing of an answer.
   * @param startedAt when it began: those that began before the last failure count as one with it.
   * @returns milliseconds in which nobody should ask; longer after each failure in a row.
   */
  met(error: UnreachedError, startedAt: number): number;
  /** Somebody got an answer, whatever it was. */
  isOver(): void;
}

/** @param now milliseconds of a clock that never goes back. */
export function createOutage(now: () => number = () => performance.now()): Outage {
  let latest: UnreachedError | null = null;
  let failures = 0;
  let countedAt = Number.NEGATIVE_INFINITY;
  return {
    error: () => latest,
    met(error, startedAt) {
      latest = error;
      if (startedAt < countedAt) return 0;
      countedAt = now();
      failures += 1;
      return retryDelay(error, failures, Math.random()) ?? 0;
    },
    isOver() {
      latest = null;
      failures = 0;
    },
  };
}

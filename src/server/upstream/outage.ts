import type { UnreachedError } from './connections.ts';
import { retryDelay } from './retry.ts';

/** Whether the upstream is unreachable now, for all calls of the process. */
interface Outage {
  /** Why there are no answers; null since the last answer. */
  error(): UnreachedError | null;
  /**
   * An attempt got no part of an answer.
   * @param startedAt when the attempt began; attempts that began before the last counted failure
   * count as one with it.
   * @returns milliseconds without requests; longer after each failure in a row.
   */
  met(error: UnreachedError, startedAt: number): number;
  /** An attempt got an answer, of any status. */
  isOver(): void;
}

/**
 * @param longestMs the longest pause, in milliseconds.
 * @param now milliseconds of a clock that never goes back.
 */
export function createOutage(
  longestMs: number,
  now: () => number = () => performance.now(),
): Outage {
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
      return Math.min(longestMs, retryDelay(error, failures, Math.random()) ?? 0);
    },
    isOver() {
      latest = null;
      failures = 0;
    },
  };
}

import { setTimeout as sleep } from 'node:timers/promises';
import { ProblemError } from '../problem-error.ts';
import type { RetryBudget } from './retry-budget.ts';
import { retryDelay } from './retry-delay.ts';
import { UnreachedError } from './unreached-error.ts';

interface RetryOptions {
  budget: RetryBudget;
  /** Milliseconds left until the call's deadline. */
  msLeft: () => number;
  signal: AbortSignal;
  onRetry?: (error: ProblemError, waitMs: number) => void;
  random?: () => number;
}

/**
 * The only layer that retries. A wait beyond the deadline is not begun: the failure goes to the
 * caller at once, with the wait that the upstream asked for.
 *
 * Retries of an unreachable upstream do not count in the budget, which protects an overloaded
 * upstream: `ask` lets only a few requests of the process try at once, however many wait.
 */
export async function withRetry<T>(ask: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { budget, msLeft, signal, onRetry, random = Math.random } = options;
  budget.earn();
  let unreached = 0;
  let failures = 0;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const isUnreached = error instanceof UnreachedError;
      const times = isUnreached ? ++unreached : ++failures;
      const waitMs = retryDelay(error, times, random());
      if (waitMs === null || waitMs >= msLeft() || !(isUnreached || budget.take())) throw error;
      onRetry?.(error, waitMs);
      await sleep(waitMs, undefined, { signal });
    }
  }
}

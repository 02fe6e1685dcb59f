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
 * The one layer that tries again. A wait that does not fit before the deadline is not begun: the
 * failure goes to the caller at once, with the wait the upstream asked for.
 *
 * An upstream that is not there takes nothing from the budget, which keeps retries from holding one
 * down that is overloaded: `ask` lets few of the process try it, however many wait.
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

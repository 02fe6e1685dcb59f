import { setTimeout as sleep } from 'node:timers/promises';
import { ProblemError } from '../problem-error.ts';
import type { RetryBudget } from './retry-budget.ts';
import { retryDelay } from './retry-delay.ts';

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
 */
export async function withRetry<T>(ask: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { budget, msLeft, signal, onRetry, random = Math.random } = options;
  budget.earn();
  for (let failures = 1; ; failures += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const waitMs = retryDelay(error, failures, random());
      if (waitMs === null || waitMs >= msLeft() || !budget.take()) throw error;
      onRetry?.(error, waitMs);
      await sleep(waitMs, undefined, { signal });
    }
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { ProblemCode } from '#contract/problem-kinds.ts';
import { ProblemError } from '../problem-error.ts';
import { UnreachedError } from './connections.ts';

/** Retries allowed for each request made. */
const share = 0.2;
/** Retries a second allowed whatever the traffic, so that a quiet dashboard can still retry. */
const floorPerSecond = 0.5;
const most = 10;

interface RetryBudget {
  /** A first attempt was made. */
  earn(): void;
  /** Takes one retry; false when the budget is spent. */
  take(): boolean;
}

/**
 * Keeps retries to about a fifth of the requests. An overloaded upstream then gets one request
 * instead of four; otherwise our own retries would keep it overloaded (Finagle's retry budgets).
 *
 * @param now milliseconds of a clock that never goes back.
 */
export function createRetryBudget(now: () => number = () => performance.now()): RetryBudget {
  let balance = most;
  let settledAt = now();

  function settle() {
    const at = now();
    balance = Math.min(most, balance + ((at - settledAt) / 1000) * floorPerSecond);
    settledAt = at;
  }

  return {
    earn() {
      balance = Math.min(most, balance + share);
    },
    take() {
      settle();
      if (balance < 1) return false;
      balance -= 1;
      return true;
    },
  };
}

const baseMs = 200;
const capMs = 4000;

/** Attempts of one request in all, by problem; after any other problem there is no retry. */
const attempts: Partial<Record<ProblemCode, number>> = {
  upstream_unreachable: 4,
  upstream_timeout: 4,
  upstream_unavailable: 4,
  upstream_rate_limited: 4,
  // An answer cut on its way reads as invalid JSON. Twice in a row, it is the upstream's own fault.
  upstream_malformed: 2,
};

/**
 * Milliseconds to wait before the next attempt: full jitter (a random part of an exponentially
 * growing span), and never earlier than the upstream asked. An unreachable upstream is tried for as
 * long as the caller has time, and never sooner than after half the span.
 *
 * @param failures failures of this request so far, from 1; unreachable upstreams are counted apart.
 * @param random from 0 up to 1.
 * @returns null when another attempt is not worth making.
 */
export function retryDelay(error: ProblemError, failures: number, random: number): number | null {
  const span = Math.min(capMs, baseMs * 2 ** (failures - 1));
  if (error instanceof UnreachedError) return Math.ceil((span + random * span) / 2);
  if (failures >= (attempts[error.code] ?? 1)) return null;
  return (error.retryAfterMs ?? 0) + Math.ceil(random * span);
}

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

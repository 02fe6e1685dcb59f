/** Retries allowed for each request made. */
const share = 0.2;
/** Retries a second allowed whatever the traffic, so that a quiet dashboard can still retry. */
const floorPerSecond = 0.5;
const most = 10;

export interface RetryBudget {
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

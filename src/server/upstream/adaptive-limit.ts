/** How many jobs may run at once: additive increase, multiplicative decrease, as in TCP. */
interface AdaptiveLimit {
  limit(): number;
  /** Takes over a limit that was decided elsewhere. */
  set(limit: number): void;
  /** A job succeeded. After as many successes as jobs may run at once, the limit grows by one. */
  speedUp(): void;
  /**
   * A job overloaded the upstream: the limit is halved. A job that began before the last halving
   * ran at the old limit, and does not halve it again.
   */
  slowDown(startedAt: number): void;
}

/** @param most the limit at the start, and the highest. */
export function createAdaptiveLimit(most: number, now: () => number): AdaptiveLimit {
  let limit = most;
  let successes = 0;
  let slowedAt = Number.NEGATIVE_INFINITY;

  function set(changed: number) {
    if (changed === limit) return;
    limit = changed;
    successes = 0;
  }

  return {
    limit: () => limit,
    set,
    speedUp() {
      successes += 1;
      if (limit < most && successes >= limit) set(limit + 1);
    },
    slowDown(startedAt) {
      if (startedAt < slowedAt) return;
      slowedAt = now();
      successes = 0;
      set(Math.max(1, Math.floor(limit / 2)));
    },
  };
}

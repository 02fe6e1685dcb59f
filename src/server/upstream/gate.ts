import PQueue from 'p-queue';

/**
 * Who waits for the answer: a person at the page, a walk through the whole inventory, or an early
 * chain of a walk.
 */
export type Priority = 'person' | 'walk' | 'early';

const ranks: Record<Priority, number> = { person: 2, walk: 1, early: 0 };

/**
 * A timer may fire a millisecond early, but no request may be sent before the upstream allows it.
 */
const safetyMs = 5;
/** The longest timer: Node lets a longer one end after a millisecond. */
const longestTimerMs = 2 ** 31 - 1;

export interface Gate {
  /** Runs a job when a place is free, people before walks; rejects with the signal's reason. */
  run<T>(priority: Priority, signal: AbortSignal, job: () => Promise<T>): Promise<T>;
  /** Lets no job start for so many milliseconds; a longer pause under way stays. */
  pause(ms: number): void;
  /** Milliseconds until the end of the pause, 0 without one. */
  pausedForMs(): number;
  /** A job succeeded. After as many successes as jobs may run at once, the limit grows by one. */
  speedUp(): void;
  /**
   * A job overloaded the upstream: the limit is halved. A job that began before the last halving
   * ran at the old limit, and does not halve it again.
   * @param startedAt when the job began, by the clock of the gate.
   */
  slowDown(startedAt: number): void;
  /** Jobs that may run at once now. */
  limit(): number;
}

/**
 * The one way to the upstream: at most `concurrency` jobs at once, fewer after it was overloaded
 * (additive increase, multiplicative decrease, as in TCP), none during a pause.
 *
 * @param now milliseconds of a clock that never goes back.
 */
export function createGate(concurrency: number, now: () => number = () => performance.now()): Gate {
  const queue = new PQueue({ concurrency });
  let resumeAt = 0;
  let timer: NodeJS.Timeout | undefined;
  let successes = 0;
  let slowedAt = Number.NEGATIVE_INFINITY;

  function setLimit(limit: number) {
    queue.concurrency = limit;
    successes = 0;
  }

  const pausedForMs = () => Math.max(0, resumeAt - now());

  function resumeWhenDue() {
    clearTimeout(timer);
    const left = pausedForMs();
    if (left === 0) {
      queue.start();
      return;
    }
    timer = setTimeout(resumeWhenDue, Math.min(left, longestTimerMs));
    timer.unref();
  }

  return {
    run: (priority, signal, job) => queue.add(job, { priority: ranks[priority], signal }),
    pause(ms) {
      resumeAt = Math.max(resumeAt, now() + ms + safetyMs);
      queue.pause();
      resumeWhenDue();
    },
    pausedForMs,
    speedUp() {
      successes += 1;
      if (queue.concurrency < concurrency && successes >= queue.concurrency) {
        setLimit(queue.concurrency + 1);
      }
    },
    slowDown(startedAt) {
      if (startedAt < slowedAt) return;
      slowedAt = now();
      setLimit(Math.max(1, Math.floor(queue.concurrency / 2)));
    },
    limit: () => queue.concurrency,
  };
}

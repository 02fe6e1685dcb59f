import PQueue from 'p-queue';
import { createAdaptiveLimit } from './adaptive-limit.ts';

/**
 * Who waits for the answer: a person at the page, a walk through the whole inventory, or an early
 * chain of a walk.
 */
export type Priority = 'person' | 'walk' | 'early';

/** Who goes first. */
export const priorities = ['person', 'walk', 'early'] as const satisfies readonly Priority[];

/**
 * A timer may fire a millisecond early, but no request may be sent before the upstream allows it.
 */
export const safetyMs = 5;
/** The longest timer: Node lets a longer one end after a millisecond. */
export const longestTimerMs = 2 ** 31 - 1;

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
  /**
   * Pages of walks that this process may have requested at once: all jobs that may run, or fewer
   * where the walks of other processes use the same gate.
   */
  walkRoom(): number;
  /** Lets go of what the gate uses, once no job waits. */
  close(): void;
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
  const adaptive = createAdaptiveLimit(concurrency, now);

  /** Fewer or more waiting jobs may run from now on. */
  function applyLimit() {
    if (queue.concurrency !== adaptive.limit()) queue.concurrency = adaptive.limit();
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
    run: (priority, signal, job) =>
      queue.add(job, { priority: -priorities.indexOf(priority), signal }),
    pause(ms) {
      resumeAt = Math.max(resumeAt, now() + ms + safetyMs);
      queue.pause();
      resumeWhenDue();
    },
    pausedForMs,
    speedUp() {
      adaptive.speedUp();
      applyLimit();
    },
    slowDown(startedAt) {
      adaptive.slowDown(startedAt);
      applyLimit();
    },
    limit: adaptive.limit,
    walkRoom: adaptive.limit,
    close: () => clearTimeout(timer),
  };
}

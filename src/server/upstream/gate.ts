import PQueue from 'p-queue';

/** Who waits for the answer: somebody at the page, or a walk through the whole inventory. */
export type Priority = 'person' | 'walk';

const ranks: Record<Priority, number> = { person: 1, walk: 0 };

/** A timer may fire a millisecond early; the upstream must never be asked before it said. */
const safetyMs = 5;
/** The longest a timer can be: Node makes a longer one end after a millisecond. */
const longestTimerMs = 2 ** 31 - 1;

export interface Gate {
  /** Runs a job when a place is free, people before walks; rejects with the signal's reason. */
  run<T>(priority: Priority, signal: AbortSignal, job: () => Promise<T>): Promise<T>;
  /** Lets nothing through for so many milliseconds; a longer pause in force stays. */
  pause(ms: number): void;
  /** Milliseconds until the pause in force is over, 0 without one. */
  pausedForMs(): number;
}

/** The one way to the upstream: at most `concurrency` jobs at once, none during a pause. */
export function createGate(concurrency: number, now: () => number = () => performance.now()): Gate {
  const queue = new PQueue({ concurrency });
  let resumeAt = 0;
  let timer: NodeJS.Timeout | undefined;

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
  };
}

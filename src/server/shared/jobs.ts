import { type Priority, priorities } from '../upstream/gate.ts';

/** The jobs of this process: those that run, and those that wait, people first. */
interface Jobs {
  /** Lets a job wait until it is started; rejects with the reason of a signal that ends the wait. */
  add<T>(priority: Priority, signal: AbortSignal, job: () => Promise<T>): Promise<T>;
  /** Starts the first waiting jobs, `most` at the most; returns how many. */
  start(most: number): number;
  running(): number;
  /** Waiting jobs, in the order of `priorities`. */
  waiting(): number[];
  isAnyWaiting(): boolean;
  /** Jobs of walks that run or wait. */
  walks(): number;
}

/** @param changed called after a job ended, or left before its start. */
export function createJobs(changed: () => void): Jobs {
  // A set keeps the order of arrival, and lets go of a job without a search.
  const lines = priorities.map((priority) => ({
    priority,
    starts: new Set<() => void>(),
    running: 0,
  }));

  function take() {
    for (const { starts } of lines) {
      for (const start of starts) {
        starts.delete(start);
        return start;
      }
    }
    return undefined;
  }

  return {
    add: (priority, signal, job) =>
      new Promise((resolve, reject) => {
        const line = lines.find((one) => one.priority === priority)!;
        if (signal.aborted) return reject(signal.reason);
        function leave() {
          line.starts.delete(start);
          reject(signal.reason);
          changed();
        }
        async function start() {
          signal.removeEventListener('abort', leave);
          line.running += 1;
          try {
            resolve(await job());
          } catch (error) {
            reject(error);
          } finally {
            line.running -= 1;
            changed();
          }
        }
        signal.addEventListener('abort', leave, { once: true });
        line.starts.add(start);
      }),
    start(most) {
      let started = 0;
      while (started < most) {
        const start = take();
        if (start === undefined) break;
        started += 1;
        start();
      }
      return started;
    },
    running: () => lines.reduce((sum, { running }) => sum + running, 0),
    waiting: () => lines.map(({ starts }) => starts.size),
    isAnyWaiting: () => lines.some(({ starts }) => starts.size > 0),
    walks: () =>
      lines.reduce(
        (sum, { priority, starts, running }) =>
          priority === 'person' ? sum : sum + starts.size + running,
        0,
      ),
  };
}

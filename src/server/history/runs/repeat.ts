import type { Logger } from 'pino';
import { createSleeper } from '../../sleeper.ts';

/** A clock may be set meanwhile, and other servers may have been at work. */
const longestSleepMs = 60_000;
const shortestSleepMs = 1000;
const afterErrorMs = 5000;

/** A piece of work that is done again and again. */
interface Repeated {
  /** Does the work again soon. */
  wake(): void;
  /** Ends after the work under way. */
  close(): Promise<void>;
}

/**
 * Does a piece of work until it is closed, with pauses between.
 * @param work resolves with the milliseconds until there is more to do.
 */
export function repeat(work: () => Promise<number>, log: Logger): Repeated {
  const sleeper = createSleeper();
  let isClosed = false;

  async function run() {
    while (!isClosed) {
      let waitMs = afterErrorMs;
      try {
        waitMs = await work();
      } catch (error) {
        const cause = error instanceof Error ? error.message : 'unknown';
        log.error({ cause }, 'the history cannot be kept now');
      }
      if (isClosed) return;
      await sleeper.sleep(Math.min(Math.max(waitMs, shortestSleepMs), longestSleepMs));
    }
  }

  const running = run();
  return {
    wake: sleeper.wake,
    async close() {
      isClosed = true;
      sleeper.wake();
      await running;
    },
  };
}

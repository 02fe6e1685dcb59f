import type { Logger } from 'pino';
import type { Account } from '../../accounts/account.ts';
import { createSleeper } from '../../sleeper.ts';
import { perAccount } from './per-account.ts';
import type { Snapshots } from './snapshots.ts';

/** While another server takes a snapshot that is due, this one looks again after so long. */
const lookAgainMs = 5000;

interface ScheduledRunsDeps {
  accounts: () => readonly Account[];
  snapshots: Pick<Snapshots, 'dueAt' | 'takeDue'>;
  stopping: AbortSignal;
  logger: Logger;
  now: () => number;
}

/**
 * One look at all accounts: takes what is due, one account after the other.
 * @returns milliseconds until the next is due; Infinity when nothing is to come.
 */
export async function runWhatIsDue(deps: ScheduledRunsDeps): Promise<number> {
  const { accounts, snapshots, stopping, logger, now } = deps;
  let waitMs = Number.POSITIVE_INFINITY;
  for (const account of accounts()) {
    if (stopping.aborted) break;
    const ownWaitMs = await perAccount(logger, account, async () => {
      const due = await snapshots.dueAt(account);
      if (due === null) return null;
      if (due <= now()) await snapshots.takeDue(account);
      return Math.max(due - now(), lookAgainMs);
    });
    waitMs = Math.min(waitMs, ownWaitMs ?? Number.POSITIVE_INFINITY);
  }
  return waitMs;
}

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

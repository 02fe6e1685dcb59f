import type { Logger } from 'pino';
import type { Account } from '../../accounts/account.ts';
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

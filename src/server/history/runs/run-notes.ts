import type { Snapshot } from '#contract/history.ts';
import type { Account } from '../../accounts/account.ts';
import type { ProblemError } from '../../problem-error.ts';
import { toProblem } from '../../to-problem.ts';
import { keeperFiles, type Runs } from './keeper-files.ts';

/** What the servers note of the runs of accounts, in a folder that they share. */
interface RunNotes {
  of(account: Account): Promise<Runs>;
  /** Lets the schedule count from now on, where no other moment can be right. */
  seenNow(account: Account): Promise<void>;
  failed(account: Account, error: ProblemError, requestId: string): Promise<void>;
  /** @returns how many lists in a row nothing has confirmed. */
  walked(account: Account, status: Snapshot['status']): Promise<number>;
}

/** @param now milliseconds since 1970. */
export function createRunNotes(historyFolder: string, now: () => number): RunNotes {
  /** What could not be written, on a full disk for example: it holds for this server only. */
  const unwritten = new Map<string, Runs>();
  const moment = () => new Date(now()).toISOString();

  async function write({ accountSid }: Account, runs: Runs): Promise<void> {
    try {
      await keeperFiles(historyFolder, accountSid).writeRuns(runs);
      unwritten.delete(accountSid);
    } catch {
      unwritten.set(accountSid, runs);
    }
  }

  async function of(account: Account): Promise<Runs> {
    const { accountSid } = account;
    const known =
      unwritten.get(accountSid) ?? (await keeperFiles(historyFolder, accountSid).runs());
    if (known !== null) return known;
    const runs: Runs = { since: moment(), failed: null, unconfirmed: 0 };
    await write(account, runs);
    return runs;
  }

  return {
    of,
    async seenNow(account) {
      await write(account, { ...(await of(account)), since: moment() });
    },
    async failed(account, error, requestId) {
      const runs = await of(account);
      const failed = {
        at: moment(),
        problem: toProblem(error, requestId),
        tries: (runs.failed?.tries ?? 0) + 1,
      };
      await write(account, { ...runs, failed });
    },
    async walked(account, status) {
      const runs = await of(account);
      const unconfirmed = status === 'unconfirmed' ? runs.unconfirmed + 1 : 0;
      if (runs.failed !== null || unconfirmed !== runs.unconfirmed) {
        await write(account, { ...runs, failed: null, unconfirmed });
      }
      return unconfirmed;
    },
  };
}

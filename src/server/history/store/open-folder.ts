import { rm } from 'node:fs/promises';
import { accountFolder } from '../files/account-folder.ts';
import { isMissing } from '../files/broken.ts';
import { runTasks } from '../tasks/worker-tasks.ts';
import { createAccountHistory } from './account-history.ts';
import { makingFault } from './folder-fault.ts';
import type { AccountHistory, HistoryFolder } from './history.ts';
import { hasHistory } from './kept-accounts.ts';
import type { Retention } from './retention.ts';

interface Options extends Retention {
  /** An absolute path. */
  path: string;
  /** Takes notes of damaged files that could be done without. */
  log: { warn(fields: object, words: string): void };
}

/**
 * The history in a folder, which is made where there is none.
 * @throws Error with one clear line when nothing can be written there.
 */
export async function openHistoryFolder({
  path,
  log,
  ...retention
}: Options): Promise<HistoryFolder> {
  const fault = await makingFault(path);
  if (fault !== null) throw new Error(fault);
  const warn = (words: string) => log.warn({ history: path }, words);
  const { tasks, close } = runTasks(warn);
  /** Each remembers the commits that it has read. */
  const accounts = new Map<string, AccountHistory>();
  return {
    account(accountSid) {
      const known = accounts.get(accountSid);
      if (known !== undefined) return known;
      const surroundings = { tasks, retention, warn };
      const history = createAccountHistory(accountFolder(path, accountSid), surroundings);
      accounts.set(accountSid, history);
      return history;
    },
    async purge(accountSid) {
      const folder = accountFolder(path, accountSid);
      if (!(await hasHistory(folder))) return false;
      try {
        // Without its commits the rest is nothing, should the removal be cut short.
        await rm(folder.log, { recursive: true, force: true });
        await rm(folder.path, { recursive: true });
        return true;
      } catch (error) {
        if (isMissing(error)) return false;
        throw error;
      }
    },
    close,
  };
}

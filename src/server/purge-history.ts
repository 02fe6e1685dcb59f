import { sandboxAccounts } from './accounts/sandbox-accounts.ts';
import type { Config } from './config.ts';
import { keeperFiles } from './history/runs/keeper-files.ts';
import { keptAccounts } from './history/store/kept-accounts.ts';

/** The result of a purge: one line for the person at the terminal. */
interface Purged {
  isDone: boolean;
  line: string;
}

/**
 * Removes all that is kept of an account.
 * @param name the id of an account in the settings, or the SID of any account.
 */
export async function purgeHistory(config: Config, name: string): Promise<Purged> {
  const { history, sandbox, concurrency } = config;
  if (!history?.folder) return { isDone: false, line: 'No history is kept: set HISTORY.' };
  const settings =
    config.accounts ?? sandboxAccounts(sandbox, concurrency).map(({ setting }) => setting);
  const accounts = settings.map(({ account }) => account);
  const sid = accounts.find(({ id }) => id === name)?.accountSid ?? name;
  const nameOf = (kept: string) => {
    const known = accounts.find(({ accountSid }) => accountSid === kept);
    return known ? `${known.id} (${kept})` : kept;
  };
  const { openHistoryFolder } = await import('./history/store/open-folder.ts');
  const { folder: path, keepDays, maxBytes } = history;
  try {
    const folder = await openHistoryFolder({
      ...{ path, keepDays, maxBytes: maxBytes === 0 ? null : maxBytes },
      log: { warn() {} },
    });
    const isDone = await folder.purge(sid);
    await keeperFiles(path, sid).remove();
    await folder.close();
    if (isDone) return { isDone, line: `Removed the history of ${name} in ${path}.` };
    const others = (await keptAccounts(path)).map(nameOf).join(', ') || 'nothing';
    return { isDone, line: `There is no history of ${name} in ${path}. Kept there: ${others}.` };
  } catch (error) {
    const line = error instanceof Error ? error.message : `The folder ${path} cannot be used.`;
    return { isDone: false, line };
  }
}

import type { Config } from '../config.ts';
import { keeperFiles } from './keeper-files.ts';

/** The result of a purge: one line for the person at the terminal. */
export interface Purged {
  isDone: boolean;
  line: string;
}

/**
 * Removes all that is kept of an account.
 * @param name the id of an account in the settings, or the SID of any account.
 */
export async function purgeHistory({ history, accounts }: Config, name: string): Promise<Purged> {
  if (!history?.folder) return { isDone: false, line: 'No history is kept: set HISTORY.' };
  const setting = accounts?.find(({ account }) => account.id === name)?.account;
  const sid = setting?.accountSid ?? name;
  const { openHistoryFolder } = await import('./open-folder.ts');
  const { folder: path, keepDays, maxBytes } = history;
  try {
    const folder = await openHistoryFolder({
      ...{ path, keepDays, maxBytes: maxBytes === 0 ? null : maxBytes },
      log: { warn() {} },
    });
    const isDone = await folder.purge(sid);
    await keeperFiles(path, sid).remove();
    await folder.close();
    const line = isDone
      ? `Removed the history of ${name} in ${path}.`
      : `There is no history of ${name} in ${path}.`;
    return { isDone, line };
  } catch (error) {
    const line = error instanceof Error ? error.message : `The folder ${path} cannot be used.`;
    return { isDone: false, line };
  }
}

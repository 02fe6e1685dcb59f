import { stat } from 'node:fs/promises';
import type { AccountFolder } from '../files/account-folder.ts';
import { isMissing } from '../files/broken.ts';
import type { Entry } from '../files/commit.ts';
import { readKept } from './read-kept.ts';

/** Longer than the smallest step of any disk's clock. */
const settledMs = 3000;

/** What a folder's list of names is, as long as nothing in it comes or goes; null while that is fresh. */
async function versionOf(path: string): Promise<string | null> {
  try {
    const { ino, mtimeNs, mtimeMs } = await stat(path, { bigint: true });
    const isSettled = Math.abs(Date.now() - Number(mtimeMs)) > settledMs;
    return isSettled ? `${ino} ${mtimeNs}` : null;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/**
 * Reads the kept lists, and their commits only when some came or went: 400 take 40 ms, and they are
 * asked for with every page. Whoever writes a commit reads them itself.
 */
export function createKeptReader(folder: AccountFolder, warn: (words: string) => void) {
  let known: { version: string; kept: Entry[] } | null = null;
  return async (): Promise<Entry[]> => {
    const version = await versionOf(folder.log);
    if (known !== null && version === known.version) return known.kept;
    const kept = await readKept(folder, warn);
    known = version === null ? null : { version, kept };
    return kept;
  };
}

import { readdir, readFile, stat } from 'node:fs/promises';
import { ProblemError } from '../../problem-error.ts';
import { type AccountFolder, commitPath, seqOfCommit, shownPath } from '../files/account-folder.ts';
import { broken, isMissing, unreadable } from '../files/broken.ts';
import { type Commit, type Entry, entryOf, readCommit } from '../files/commit.ts';

/** The names in a folder; none where there is no folder. */
export async function namesIn(folder: AccountFolder, path: string): Promise<string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    if (isMissing(error)) return [];
    throw unreadable({ file: shownPath(folder, path), asOf: null }, error);
  }
}

/** A commit, why it cannot be read, or null when it has gone meanwhile. */
async function readOne(folder: AccountFolder, seq: number): Promise<Commit | ProblemError | null> {
  const path = commitPath(folder, seq);
  const words = { file: shownPath(folder, path), asOf: null };
  try {
    const commit = readCommit(await readFile(path, 'utf8'), folder.accountSid, words);
    return commit.seq === seq ? commit : broken(words, `says that it is snapshot ${commit.seq}`);
  } catch (error) {
    if (isMissing(error)) return null;
    return error instanceof ProblemError ? error : unreadable(words, error);
  }
}

/**
 * The kept lists of an account, newest first, without a gap: what is behind a missing commit cannot
 * be rebuilt. A damaged commit is read from its copy in the next one.
 * @param warn takes a sentence about a damaged file that could be done without.
 * @throws ProblemError `history_broken` that names the file.
 */
export async function readKept(
  folder: AccountFolder,
  warn: (words: string) => void,
): Promise<Entry[]> {
  const seqs = (await namesIn(folder, folder.log))
    .map(seqOfCommit)
    .filter((seq) => seq !== null)
    .sort((one, other) => other - one);
  const commits = await Promise.all(seqs.map((seq) => readOne(folder, seq)));
  const kept: Entry[] = [];
  let copy: Entry | null = null;
  for (const [at, commit] of commits.entries()) {
    const seq = (seqs[0] ?? 0) - at;
    if (commit === null || seqs[at] !== seq) {
      // Old commits are removed while others read.
      if (commits.slice(at).some((older) => older !== null)) {
        const file = shownPath(folder, commitPath(folder, seq));
        warn(`${file} is missing, so older snapshots cannot be opened. Restore it from a backup.`);
      }
      break;
    }
    if (!(commit instanceof ProblemError)) {
      kept.push(entryOf(commit));
      copy = commit.previous;
    } else {
      if (copy === null || copy.seq !== seqs[at]) throw commit;
      warn(`${commit.message} Its copy in the next commit was read instead.`);
      kept.push(copy);
      copy = null;
    }
  }
  return kept;
}

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

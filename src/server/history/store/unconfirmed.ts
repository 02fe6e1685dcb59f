import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ProblemError } from '../../problem-error.ts';
import { type AccountFolder, shownPath, unconfirmedName } from '../files/account-folder.ts';
import { isMissing, unreadable } from '../files/broken.ts';
import { type Commit, type Entry, entryOf, readCommit, writeCommit } from '../files/commit.ts';
import { writeOnce } from '../files/durable.ts';
import { namesIn } from './read-kept.ts';

/**
 * Milliseconds after which a suspicious list is walked again. A walk before is no second opinion: it
 * may be in the same outage.
 */
export const confirmAfterMs = 10 * 60_000;

/** Whether a list of the moment `asOf` comes too soon to confirm one of the moment `doubted`. */
export function isTooSoon(doubted: string, asOf: string): boolean {
  const ageMs = Date.parse(asOf) - Date.parse(doubted);
  // A list of a clock that was ahead would wait for long.
  return ageMs >= 0 && ageMs < confirmAfterMs;
}

async function readOne(folder: AccountFolder, name: string): Promise<Commit | null> {
  const path = join(folder.unconfirmed, name);
  const words = { file: shownPath(folder, path), asOf: null };
  try {
    return readCommit(await readFile(path, 'utf8'), folder.accountSid, words);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error instanceof ProblemError ? error : unreadable(words, error);
  }
}

/**
 * The suspicious list that was read after the newest kept one; null when there is none.
 * @param newest null where no list is kept.
 */
export async function readUnconfirmed(
  folder: AccountFolder,
  newest: Entry | null,
  warn: (words: string) => void,
): Promise<Entry | null> {
  const seq = (newest?.seq ?? 0) + 1;
  let found: Commit | null = null;
  for (const name of (await namesIn(folder, folder.unconfirmed)).filter(isOwn)) {
    try {
      const read = await readOne(folder, name);
      const follows = read?.seq === seq && read.previous?.head?.name === newest?.head?.name;
      if (read !== null && follows && (found === null || read.asOf >= found.asOf)) found = read;
    } catch (error) {
      if (error instanceof ProblemError) warn(`${error.message} The unconfirmed list is not used.`);
    }
  }
  return found && entryOf(found);
}

const isOwn = (name: string) => unconfirmedName.test(name);

/** Keeps a suspicious list instead of those before. */
export async function keepUnconfirmed(
  folder: AccountFolder,
  name: string,
  { entry, previous }: { entry: Entry; previous: Entry | null },
): Promise<void> {
  const { accountSid } = folder;
  const text = writeCommit({ ...entry, accountSid, status: 'unconfirmed', previous });
  await writeOnce(join(folder.unconfirmed, name), text);
  await dropUnconfirmed(folder, name);
}

/** Removes the suspicious lists, but for the one of that name. */
export async function dropUnconfirmed(folder: AccountFolder, name?: string): Promise<void> {
  for (const other of (await namesIn(folder, folder.unconfirmed)).filter(isOwn)) {
    if (other !== name) await rm(join(folder.unconfirmed, other), { force: true });
  }
}

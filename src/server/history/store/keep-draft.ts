import { rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Snapshot } from '#contract/history.ts';
import { ProblemError } from '../../problem-error.ts';
import { type AccountFolder, commitPath, newNames, shownPath } from '../files/account-folder.ts';
import { unwritable, withoutBackup } from '../files/broken.ts';
import { type Entry, toSnapshot, writeCommit } from '../files/commit.ts';
import { writeOnce } from '../files/durable.ts';
import type { Settled, Tasks } from '../tasks/tasks.ts';
import type { ListFacts } from './history.ts';
import { readKept } from './read-kept.ts';
import type { Retention } from './retention.ts';
import { changesOf, sourcesOf } from './sources.ts';
import { tidy } from './tidy.ts';
import { dropUnconfirmed, isTooSoon, keepUnconfirmed, readUnconfirmed } from './unconfirmed.ts';

interface Surroundings {
  tasks: Tasks;
  retention: Retention;
  warn: (words: string) => void;
}

/** A draft that is being kept is kept: nobody waits for less. */
const never = new AbortController().signal;

const overtaken = () =>
  new ProblemError('snapshot_under_way', 'Another server has kept a snapshot meanwhile.');

interface NewList extends ListFacts {
  draft: string;
  tasks: Tasks;
  names: ReturnType<typeof newNames>;
}

/** Compares a draft with the newest list, and writes its files. */
async function settle(
  folder: AccountFolder,
  { kept, unconfirmed }: { kept: readonly Entry[]; unconfirmed: Entry | null },
  { draft, asOf, skipped, tasks, names }: NewList,
): Promise<Settled | null> {
  const [newest] = kept;
  const toWrite = (path: string) => ({ path, shown: shownPath(folder, path) });
  const task = {
    ...{ draft, skipped },
    before: newest
      ? {
          sources: sourcesOf(folder, kept, newest.seq),
          ...{ total: newest.total, skipped: newest.skipped },
        }
      : null,
    unconfirmed: unconfirmed && {
      changes: changesOf(folder, unconfirmed),
      ...{ total: unconfirmed.total, skipped: unconfirmed.skipped },
      isYoung: isTooSoon(unconfirmed.asOf, asOf),
    },
    head: toWrite(join(folder.path, names.head)),
    changes: toWrite(join(folder.changes, names.changes)),
  };
  try {
    return await tasks.settle(task, never);
  } catch (error) {
    // The files that were compared go with the second list that others keep meanwhile.
    const [now] = await readKept(folder, () => {}).catch(() => kept);
    throw now?.seq === newest?.seq ? withoutBackup(error, folder.accountSid) : overtaken();
  }
}

/**
 * Writes the commit: from then on the list is a snapshot.
 * @returns false when another writer was faster.
 */
async function commit(
  folder: AccountFolder,
  { entry, previous }: { entry: Entry; previous: Entry | null },
  warn: (words: string) => void,
): Promise<boolean> {
  const [newest] = await readKept(folder, warn);
  if ((newest?.seq ?? 0) !== entry.seq - 1) return false;
  // A process that slept since it wrote the files must not find that they were taken for abandoned.
  const now = new Date();
  if (entry.head) await utimes(join(folder.path, entry.head.name), now, now);
  if (entry.changes) await utimes(join(folder.changes, entry.changes.name), now, now);
  const { accountSid } = folder;
  const text = writeCommit({ ...entry, accountSid, status: 'kept', previous });
  return writeOnce(commitPath(folder, entry.seq), text);
}

/** Removes the files of a list that no commit names, so that a full disk does not get fuller. */
async function removeUnnamed(folder: AccountFolder, { head, changes }: Entry): Promise<void> {
  const path = head && join(folder.path, head.name);
  const [newest] = await readKept(folder, () => {});
  if (newest?.head?.name === head?.name) return;
  if (path !== null) await rm(path, { force: true });
  if (changes !== null) await rm(join(folder.changes, changes.name), { force: true });
}

/**
 * Makes a draft a snapshot, or keeps it as unconfirmed. One that agrees too soon with an unconfirmed
 * list is that list again.
 * @throws ProblemError `snapshot_under_way` or `history_broken`; then nothing is kept.
 */
export async function keepDraft(
  folder: AccountFolder,
  draft: string,
  { asOf, skipped }: ListFacts,
  { tasks, retention, warn }: Surroundings,
): Promise<Snapshot> {
  const kept = await readKept(folder, warn);
  const newest = kept[0] ?? null;
  const seq = (newest?.seq ?? 0) + 1;
  const unconfirmed = await readUnconfirmed(folder, newest, warn);
  const names = newNames(seq);
  const lists = { kept, unconfirmed };
  const settled = await settle(folder, lists, { draft, asOf, skipped, tasks, names });
  // The clock of the unconfirmed list goes on: its confirmation is not put off by an early walk.
  if (settled === null && unconfirmed !== null) return toSnapshot(unconfirmed, 'unconfirmed');
  if (settled === null) throw overtaken();
  const { status, ...counts } = settled;
  const entry = { seq, asOf, skipped, ...counts };

  try {
    if (status === 'unconfirmed') {
      await keepUnconfirmed(folder, names.unconfirmed, { entry, previous: newest });
    } else if (!(await commit(folder, { entry, previous: newest }, warn))) {
      throw overtaken();
    }
  } catch (error) {
    await removeUnnamed(folder, entry);
    throw unwritable(shownPath(folder, folder.log), error);
  }

  try {
    if (status === 'kept') await dropUnconfirmed(folder);
    const after = status === 'kept' ? [entry, ...kept] : kept;
    await tidy(folder, { kept: after, unconfirmed: status === 'kept' ? null : entry }, retention);
  } catch (error) {
    warn(`Old files of the history could not be removed: ${String(error)}`);
  }
  return toSnapshot(entry, status);
}

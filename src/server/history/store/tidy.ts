import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type AccountFolder,
  changesName,
  commitPath,
  headName,
  newFileName,
  seqOfFile,
} from '../files/account-folder.ts';
import type { Entry } from '../files/commit.ts';
import { removeAbandoned, syncFolder } from '../files/durable.ts';
import { namesIn } from './read-kept.ts';
import { expired, type Retention } from './retention.ts';
import { otherLists } from './sources.ts';

const remove = (...path: string[]) => rm(join(...path), { force: true });

/** Removes a list: first its commit, so that nobody looks for the other files. */
async function forget(folder: AccountFolder, { seq, head, changes }: Entry): Promise<void> {
  await remove(commitPath(folder, seq));
  await syncFolder(folder.log);
  if (changes !== null) await remove(folder.changes, changes.name);
  if (head !== null) await remove(folder.path, head.name);
}

/**
 * Removes the lists that are not kept any longer, the whole lists that need not stay, and
 * after an hour what no commit names. Files with other names are left alone.
 * @param kept newest first.
 * @param unconfirmed a list that is no snapshot yet.
 */
export async function tidy(
  folder: AccountFolder,
  { kept, unconfirmed }: { kept: readonly Entry[]; unconfirmed: Entry | null },
  retention: Retention,
): Promise<void> {
  const leaving = expired(kept, retention);
  for (const entry of leaving) await forget(folder, entry);
  const staying = kept.slice(0, kept.length - leaving.length);
  for (const { head } of otherLists(staying)) {
    if (head !== null) await remove(folder.path, head.name);
  }

  const named = new Set(
    [...staying, ...(unconfirmed ? [unconfirmed] : [])].flatMap(({ head, changes }) =>
      [head, changes].flatMap((file) => file?.name ?? []),
    ),
  );
  // Files that belong to lists before a missing commit stay: the commit may be restored.
  const oldest = staying.at(-1)?.seq ?? 1;
  const isAbandoned = (name: string) => !named.has(name) && (seqOfFile(name) ?? 0) >= oldest;
  const candidates = [
    { path: folder.path, test: (name: string) => headName.test(name) && isAbandoned(name) },
    { path: folder.changes, test: (name: string) => changesName.test(name) && isAbandoned(name) },
    { path: folder.log, test: (name: string) => newFileName.test(name) },
    { path: folder.unconfirmed, test: (name: string) => newFileName.test(name) },
  ];
  for (const { path, test } of candidates) {
    for (const name of (await namesIn(folder, path)).filter(test)) {
      await removeAbandoned(join(path, name));
    }
  }
}

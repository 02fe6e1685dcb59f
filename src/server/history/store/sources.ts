import { join } from 'node:path';
import { type AccountFolder, shownPath } from '../files/account-folder.ts';
import type { Entry, StoredFile } from '../files/commit.ts';
import type { FileToRead, ListSource } from '../tasks/tasks.ts';

function toRead(folder: AccountFolder, path: string, file: StoredFile, asOf: string): FileToRead {
  const { sha256, bytes } = file;
  return { path, sha256, bytes, words: { file: shownPath(folder, path), asOf } };
}

/** The file with the changes of a list; null where there is none. */
export const changesOf = (
  folder: AccountFolder,
  { changes, asOf }: Pick<Entry, 'changes' | 'asOf'>,
): FileToRead | null =>
  changes && toRead(folder, join(folder.changes, changes.name), changes, asOf);

/**
 * The changes that lead from one list to a later one, the earliest first. Both are in `kept`, which
 * is newest first.
 */
export const stepsBetween = (
  folder: AccountFolder,
  kept: readonly Entry[],
  [from, to]: readonly [from: number, to: number],
): FileToRead[] =>
  kept
    .filter(({ seq }) => seq > from && seq <= to)
    .reverse()
    .flatMap((entry) => changesOf(folder, entry) ?? []);

/** Reading the changes of a hundred days takes a fifth of a second. */
const daysBetween = 100;

/**
 * Whether the whole list of an entry stays: the newest two do, as one of them may be damaged, and
 * every hundredth does, so that an old day has few changes to make or undo.
 * @param at its place among the kept lists, from the newest.
 */
const staysWhole = ({ seq }: Pick<Entry, 'seq'>, at: number) => at < 2 || seq % daysBetween === 0;

/** The kept lists whose whole list stays. */
export const wholeLists = (kept: readonly Entry[]): Entry[] => kept.filter(staysWhole);
/** The kept lists whose whole list goes. */
export const otherLists = (kept: readonly Entry[]): Entry[] =>
  kept.filter((entry, at) => !staysWhole(entry, at));

/** The ways to a kept list, the shortest first. */
export function sourcesOf(
  folder: AccountFolder,
  kept: readonly Entry[],
  seq: number,
): ListSource[] {
  const sources = wholeLists(kept).flatMap((entry) => {
    if (entry.head === null) return [];
    const isBack = entry.seq > seq;
    const steps = stepsBetween(folder, kept, isBack ? [seq, entry.seq] : [entry.seq, seq]);
    const list = toRead(folder, join(folder.path, entry.head.name), entry.head, entry.asOf);
    return [{ list, steps, isBack }];
  });
  return sources.sort((one, other) => one.steps.length - other.steps.length);
}

import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { unwritable } from '../files/broken.ts';
import { type Change, toChanges, toRows } from '../files/changes.ts';
import type { StoredFile } from '../files/commit.ts';
import { syncFolder, writeNew } from '../files/durable.ts';
import { readChanges } from '../files/parquet-read.ts';
import { encodeChanges, encodeList } from '../files/parquet-write.ts';
import type { StoredNumber } from '../files/stored-number.ts';
import { difference } from './difference.ts';
import { openList, readStored } from './read-files.ts';
import type { FileToWrite, SettleTask, Tasks } from './tasks.ts';

type Warn = (words: string) => void;

async function write({ path, shown }: FileToWrite, bytes: Uint8Array): Promise<StoredFile> {
  try {
    await writeNew(path, bytes);
    await syncFolder(dirname(path));
  } catch (error) {
    throw unwritable(shown, error);
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name: basename(path), sha256, bytes: bytes.byteLength };
}

const countsOf = (changes: readonly Change[]) => {
  const added = changes.filter(({ before }) => before === null).length;
  const gone = changes.filter(({ after }) => after === null).length;
  return { added, gone, changed: changes.length - added - gone };
};

const fewest = 20;
const leastShare = 0.2;

interface Loss {
  /** The numbers of the list before; null when there is none. */
  before: number | null;
  after: number;
  /** The numbers of the list before that are not in the list after it. */
  gone: number;
}

/**
 * Whether a list may be an error of the API rather than the truth: it is empty, or a fifth of the
 * numbers, and at least twenty, are gone.
 */
const isSuspicious = ({ before, after, gone }: Loss): boolean =>
  after === 0 ? before !== 0 : before !== null && gone >= fewest && gone >= before * leastShare;

/**
 * How many numbers of an unconfirmed list are not in the list that shall confirm it.
 * @returns null when the unconfirmed list cannot be read.
 */
async function goneSince(
  unconfirmed: NonNullable<SettleTask['unconfirmed']>,
  rows: readonly StoredNumber[],
  changes: readonly Change[],
  warn: Warn,
): Promise<number | null> {
  const sids = new Set(rows.map(({ number_sid }) => number_sid));
  let { gone } = countsOf(changes);
  if (unconfirmed.changes !== null) {
    try {
      const bytes = await readStored(unconfirmed.changes);
      for (const [sid, { before, after }] of toChanges(await readChanges(bytes))) {
        if (sids.has(sid)) continue;
        if (before === null) gone += 1;
        if (after === null) gone -= 1;
      }
    } catch (error) {
      warn(`${String(error)} The unconfirmed list does not count.`);
      return null;
    }
  }
  return gone;
}

export const settleTask =
  (take: (draft: string) => StoredNumber[], warn: Warn): Tasks['settle'] =>
  async ({ draft, skipped, before, unconfirmed, head, changes: changesFile }, signal) => {
    const rows = take(draft);
    const changes =
      before === null
        ? []
        : await difference(await openList(before.sources, { signal, warn }), rows);
    const counts = countsOf(changes);
    const loss = { before: before?.total ?? null, after: rows.length, gone: counts.gone };
    // The numbers of rows that cannot be read seem gone.
    const isUnread = before !== null && skipped > before.skipped;
    const isDoubted = isUnread || isSuspicious(loss);

    /** Whether a suspicious list is confirmed by the one before, which was suspicious, too. */
    async function agrees(): Promise<boolean> {
      // A list of nothing but rows that cannot be read says nothing of the numbers.
      if (unconfirmed === null || (rows.length === 0 && skipped > 0)) return false;
      const gone = await goneSince(unconfirmed, rows, changes, warn);
      if (gone === null) return false;
      if (isUnread && (gone > 0 || skipped > unconfirmed.skipped)) return false;
      return !isSuspicious({ before: unconfirmed.total, after: rows.length, gone });
    }
    const isAgreed = isDoubted && (await agrees());
    if (isAgreed && unconfirmed?.isYoung) return null;
    const isKept = !isDoubted || isAgreed;
    const common = { total: rows.length, ...counts };

    const stepRows = changes.flatMap(toRows);
    const step =
      stepRows.length === 0
        ? null
        : await write(changesFile, await encodeChanges(stepRows, signal));
    if (!isKept) return { status: 'unconfirmed', ...common, head: null, changes: step };
    try {
      const list = await write(head, await encodeList(rows, signal));
      return { status: 'kept', ...common, head: list, changes: step };
    } catch (error) {
      await rm(changesFile.path, { force: true });
      throw error;
    }
  };

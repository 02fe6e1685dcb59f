import type { NumberHistory } from '#contract/history.ts';
import type { RentedNumber } from '#contract/number.ts';
import type { NumberSelection } from '#contract/selection.ts';
import type { FileWords } from '../files/broken.ts';
import type { StoredFile } from '../files/commit.ts';

/** A file to read: `path` is absolute. */
export interface FileToRead extends Omit<StoredFile, 'name'> {
  path: string;
  words: FileWords;
}

/** A file to write: `path` is absolute, `shown` its path below the folder of the history. */
export interface FileToWrite {
  path: string;
  shown: string;
}

/**
 * One way to a whole list: a list, and the steps between the two.
 * - `steps`: the earliest first.
 * - `isBack`: the steps are undone, as the list is a later one.
 */
export interface ListSource {
  list: FileToRead;
  steps: readonly FileToRead[];
  isBack: boolean;
}

interface ListTask {
  /** The likeliest first; a later one is taken where a file of an earlier one is damaged. */
  sources: readonly ListSource[];
  selection: NumberSelection;
}

interface ChangesTask {
  /** The earliest first. */
  steps: readonly FileToRead[];
  isBack: boolean;
}

interface NumberTask {
  numberSid: string;
  list: readonly ListSource[];
  /** The kept lists, newest first. The changes of the oldest are not known. */
  kept: readonly { seq: number; asOf: string; changes: FileToRead | null }[];
}

export interface SettleTask {
  draft: string;
  /** Invalid rows that were left out. */
  skipped: number;
  /** The newest list; null when there is none. */
  before: { sources: readonly ListSource[]; total: number; skipped: number } | null;
  /**
   * A suspicious list that came after the newest: its changes to that, its numbers, its invalid rows,
   * and whether it is too young to be confirmed.
   */
  unconfirmed: {
    changes: FileToRead | null;
    total: number;
    skipped: number;
    isYoung: boolean;
  } | null;
  head: FileToWrite;
  changes: FileToWrite;
}

/** How many numbers differ between two lists. */
interface ChangeCounts {
  added: number;
  gone: number;
  changed: number;
}

/** How two lists differ, and how many numbers came and went between them. */
export interface ComparedCounts extends ChangeCounts {
  passed: number;
}

/** The files are on the disk, but no commit names them yet. An unconfirmed list has no `head`. */
export interface Settled extends ChangeCounts {
  status: 'kept' | 'unconfirmed';
  total: number;
  head: StoredFile | null;
  changes: StoredFile | null;
}

/** Whole lines, and a result at the end. A line is made when it is asked for. */
type Stream<Argument, Result> = (
  argument: Argument,
  signal: AbortSignal,
) => AsyncGenerator<Uint8Array<ArrayBuffer>, Result, void>;

type Job<Argument, Result> = (argument: Argument, signal: AbortSignal) => Promise<Result>;

/**
 * Work that would hold up the event loop. Each task fails with the reason of its signal soon after
 * that is aborted, and with a ProblemError that names a file which could not be read or written.
 *
 * - `list`: `numbers` events; the result is how many numbers they have.
 * - `changes`: `added`, `gone`, `changed` and `passed` events, and their counts.
 * - `open`: begins a draft. A draft that is not open, as its thread died, takes nothing more: the
 *   rest of a list must never pass for the list.
 * - `add`: further numbers of a draft; of a number that comes twice, the later one holds.
 * - `settle`: compares a draft and writes its files; null, and no file, for a list that agrees with
 *   a young unconfirmed one. The draft is forgotten, whatever comes.
 */
export interface Tasks {
  list: Stream<ListTask, number>;
  changes: Stream<ChangesTask, ComparedCounts>;
  number: Job<NumberTask, NumberHistory>;
  open: Job<string, void>;
  add: Job<{ draft: string; numbers: readonly RentedNumber[] }, void>;
  settle: Job<SettleTask, Settled | null>;
  drop: Job<string, void>;
}

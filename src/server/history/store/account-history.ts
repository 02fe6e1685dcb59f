import { randomUUID } from 'node:crypto';
import type { Snapshot } from '#contract/history.ts';
import { ProblemError } from '../../problem-error.ts';
import { type AccountFolder, makeAccountFolder, shownPath } from '../files/account-folder.ts';
import { unwritable } from '../files/broken.ts';
import { type Entry, toSnapshot } from '../files/commit.ts';
import type { Tasks } from '../tasks/tasks.ts';
import type { AccountHistory, Draft, Lines } from './history.ts';
import { keepDraft } from './keep-draft.ts';
import { createKeptReader } from './read-kept.ts';
import type { Retention } from './retention.ts';
import { changesOf, sourcesOf, stepsBetween } from './sources.ts';
import { tidy } from './tidy.ts';
import { readUnconfirmed } from './unconfirmed.ts';

interface Surroundings {
  tasks: Tasks;
  retention: Retention;
  /** Takes a sentence about a damaged file that could be done without. */
  warn: (words: string) => void;
}

/** Files that a newer snapshot has removed are asked for no more often. */
const mostTries = 3;

/** Numbers come in small parts, and what is read for one number is read soon. */
const never = new AbortController().signal;

function requireSeq(kept: readonly Entry[], seq: number): void {
  if (kept.some((entry) => entry.seq === seq)) return;
  throw new ProblemError('snapshot_gone', `There is no snapshot ${seq} any more.`);
}

export function createAccountHistory(
  folder: AccountFolder,
  { tasks, retention, warn }: Surroundings,
): AccountHistory {
  const readKept = createKeptReader(folder, warn);

  async function read() {
    const kept = await readKept();
    return { kept, unconfirmed: await readUnconfirmed(folder, kept[0] ?? null, warn) };
  }

  /**
   * Reads by what is kept now, and again where a snapshot was kept or removed meanwhile, as files
   * go with it.
   */
  async function stable<T>(look: (kept: readonly Entry[]) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      const kept = await readKept();
      try {
        return await look(kept);
      } catch (error) {
        const now = await readKept();
        const isSame = [0, -1].every((at) => now.at(at)?.seq === kept.at(at)?.seq);
        if (tries === mostTries || isSame) throw error;
      }
    }
  }

  /** Lines that begin once all files have been read. A reader that leaves ends the work. */
  async function* lines<Result>(
    signal: AbortSignal,
    open: (kept: readonly Entry[], signal: AbortSignal) => Lines<Result>,
  ): Lines<Result> {
    const leaving = new AbortController();
    const ending = AbortSignal.any([signal, leaving.signal]);
    try {
      const { first, rest } = await stable(async (kept) => {
        const opened = open(kept, ending);
        return { first: await opened.next(), rest: opened };
      });
      if (first.done === true) return first.value;
      yield first.value;
      return yield* rest;
    } finally {
      leaving.abort();
    }
  }

  return {
    async snapshots(): Promise<Snapshot[]> {
      const { kept, unconfirmed } = await read();
      return [
        ...(unconfirmed ? [toSnapshot(unconfirmed, 'unconfirmed')] : []),
        ...kept.map((entry) => toSnapshot(entry, 'kept')),
      ];
    },

    async begin(): Promise<Draft> {
      const draft = randomUUID();
      try {
        await makeAccountFolder(folder);
        const state = await read();
        await tidy(folder, state, retention);
      } catch (error) {
        throw unwritable(shownPath(folder, folder.path), error);
      }
      await tasks.open(draft, never);
      const drop = () => tasks.drop(draft, never);
      return {
        add: (numbers) => tasks.add({ draft, numbers }, never),
        async keep(facts) {
          try {
            return await keepDraft(folder, draft, facts, { tasks, retention, warn });
          } catch (error) {
            await Promise.allSettled([drop()]);
            throw error;
          }
        },
        drop,
      };
    },

    list: (seq, selection, signal) =>
      lines(signal, (kept, ending) => {
        requireSeq(kept, seq);
        return tasks.list({ sources: sourcesOf(folder, kept, seq), selection }, ending);
      }),

    changes: (from, to, signal) =>
      lines(signal, (kept, ending) => {
        requireSeq(kept, from);
        requireSeq(kept, to);
        const isBack = from > to;
        const steps = stepsBetween(folder, kept, isBack ? [to, from] : [from, to]);
        return tasks.changes({ steps, isBack }, ending);
      }),

    number: (numberSid, signal) =>
      stable((kept) => {
        const [newest] = kept;
        const list = newest ? sourcesOf(folder, kept, newest.seq) : [];
        const places = kept.map((entry) => ({
          seq: entry.seq,
          asOf: entry.asOf,
          changes: changesOf(folder, entry),
        }));
        return tasks.number({ numberSid, list, kept: places }, signal);
      }),
  };
}

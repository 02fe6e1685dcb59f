import type { ChangesEvent } from '#contract/history.ts';
import type { RentedNumber } from '#contract/number.ts';
import { type ChangeKind, changeKinds } from '../fields/row-changes.ts';
import { ApiError } from '../lib/api-error.ts';
import { createBreather } from '../lib/yield-to-page.ts';
import type { RowTest } from '../list/join-tests.ts';
import { createRowSet, type RowSet } from '../list/row-set.ts';
import { type Search, searchTest } from '../list/search-rows.ts';
import { type ChangedParts, createChangedParts } from './changed-parts.ts';

/** The numbers that differ between two kept lists. */
export interface Differences {
  /** Added and changed numbers as they became, gone ones as they were: added, gone, changed, passed. */
  set: RowSet;
  /** How many of each kind there are, in the order of the set. */
  counts: Readonly<Record<ChangeKind, number>>;
  /** The changed numbers as they were, by SID. */
  before: ReadonlyMap<string, RentedNumber>;
  /** What is different in any of the changed numbers. */
  parts: ChangedParts;
}

/** Where the rows of a kind begin and end in the set. */
export function spanOf({ counts }: Pick<Differences, 'counts'>, kind: ChangeKind) {
  const earlier = changeKinds.slice(0, changeKinds.indexOf(kind));
  const from = earlier.reduce((sum, each) => sum + counts[each], 0);
  return { from, before: from + counts[kind] };
}

/** The chosen kinds; null where they are all that a comparison has, so that they leave nothing out. */
export function narrowingKinds(
  counts: Differences['counts'],
  chosen: readonly ChangeKind[] | null,
): readonly ChangeKind[] | null {
  const isLeftOut = (kind: ChangeKind) => counts[kind] > 0 && !chosen?.includes(kind);
  return changeKinds.some(isLeftOut) ? chosen : null;
}

/**
 * Reads the stream of changes to its end.
 *
 * @param onProgress called with the count of numbers so far.
 * @throws ApiError what failed, also `stream_cut` without a last line, or with another count of
 *   numbers than the last line says.
 */
export async function readDifferences(
  events: AsyncIterable<ChangesEvent>,
  onProgress: (read: number) => void,
): Promise<Differences> {
  const added: RentedNumber[] = [];
  const gone: RentedNumber[] = [];
  const changed: RentedNumber[] = [];
  const passed: RentedNumber[] = [];
  const before = new Map<string, RentedNumber>();
  const parts = createChangedParts();
  const count = () => added.length + gone.length + changed.length + passed.length;
  for await (const event of events) {
    switch (event.event) {
      case 'added':
        added.push(...event.numbers);
        break;
      case 'gone':
        gone.push(...event.numbers);
        break;
      case 'passed':
        passed.push(...event.numbers);
        break;
      case 'changed':
        for (const { before: old, after } of event.numbers) {
          before.set(after.number_sid, old);
          changed.push(after);
          parts.add(old, after);
        }
        break;
      case 'failed': {
        const { problem } = event;
        throw new ApiError(problem.code, problem.detail, problem);
      }
      case 'done': {
        const set = await fill([added, gone, changed, passed]);
        const isWhole =
          event.added === added.length &&
          event.gone === gone.length &&
          event.changed === changed.length &&
          event.passed === passed.length &&
          set.rows.length === count();
        if (!isWhole) throw new ApiError('stream_cut');
        const { event: _, ...counts } = event;
        return { set, counts, before, parts: parts.list() };
      }
    }
    onProgress(count());
  }
  throw new ApiError('stream_cut');
}

async function fill(parts: readonly (readonly RentedNumber[])[]): Promise<RowSet> {
  const set = createRowSet();
  const breathe = createBreather();
  for (const row of parts.flat()) {
    set.put(row);
    await breathe();
  }
  return set;
}

/** Searches differences: a changed number is found by its old values, too, which are on screen. */
export function createSearchTest({ set, before }: Pick<Differences, 'set' | 'before'>) {
  let old: RowSet | null = null;
  return (search: Search): RowTest => {
    old ??= createRowSet(set.rows.map((row) => before.get(row.number_sid) ?? row));
    const tests = [set, old].map((rows) => searchTest(rows, search, 0));
    return {
      key: `found ${JSON.stringify(search)}`,
      passes: (position) => tests.some((test) => test(position)),
    };
  };
}

import { expect, test } from 'vitest';
import { ProblemError } from '../../problem-error.ts';
import { wireNumber } from '../../upstream/test-list.ts';
import { toContract } from '../../upstream/to-contract.ts';
import type { Walk, WalkEvent } from '../../upstream/walk.ts';
import type { AccountHistory } from '../store/history.ts';
import { takeSnapshot } from './take-snapshot.ts';

const row = (sid: string) => toContract(wireNumber({ number_sid: sid }));
const numbers = (...sids: string[]): WalkEvent => ({ event: 'numbers', numbers: sids.map(row) });
const asOf = '2026-11-26T03:17:09.000Z';
const done = (total: number): WalkEvent => ({
  ...{ event: 'done', total, requests: 1, elapsedMs: 0, asOf, skipped: 0 },
});

/** Takes what a walk says, and tells what became of it. */
async function take(
  events: readonly WalkEvent[],
  onEnd = () => {},
  signal = new AbortController().signal,
) {
  const calls: string[] = [];
  const history = {
    begin: async () => ({
      add: async () => void calls.push('add'),
      async keep() {
        calls.push('keep');
        return {
          seq: 1,
          asOf,
          total: 2,
          skipped: 0,
          added: 0,
          gone: 0,
          changed: 0,
          status: 'kept',
        };
      },
      drop: async () => void calls.push('drop'),
    }),
    // Only the beginning of a list is used here.
  } as unknown as AccountHistory;
  async function* walk(): Walk {
    for (const event of events) {
      if (event.event === 'done') onEnd();
      yield event;
    }
  }
  const error = await takeSnapshot(history, walk(), signal).then(
    () => null,
    (cause: unknown) => String(cause),
  );
  return { calls, error };
}

test('a walk that was read to its end is kept, each number counted once', async () => {
  expect(await take([numbers('a', 'b'), numbers('a'), done(2)])).toEqual({
    calls: ['add', 'add', 'keep'],
    error: null,
  });
});

test('a walk that was cut is dropped', async () => {
  const { calls, error } = await take([numbers('a', 'b')]);
  expect([calls, error]).toEqual([['add', 'drop'], expect.stringContaining('ended without')]);
});

test('a walk whose rows are not those that it counted is dropped', async () => {
  const { calls, error } = await take([numbers('a', 'b'), done(3)]);
  expect([calls, error]).toEqual([['add', 'drop'], expect.stringContaining('Of 3 counted rows')]);
});

test('a walk is dropped whose turn was lost at its end', async () => {
  const lost = new AbortController();
  const abort = () => lost.abort(new ProblemError('snapshot_under_way', 'Another took it.'));
  const { calls, error } = await take([numbers('a', 'b'), done(2)], abort, lost.signal);
  expect([calls, error]).toEqual([['add', 'drop'], expect.stringContaining('Another took it')]);
});

import { expect, test } from 'vitest';
import type { InventoryEvent } from '#contract/inventory.ts';
import { createFilling } from './collectors.ts';
import { createRowSet } from './row-set.ts';
import { done, failed, numbers, progress, sidsOf } from './test-stream.ts';
import { walkInventory } from './walk.ts';

const beginning = { after: null, checkpoint: null, fresh: false };

/** A walk of these events, and what it told. */
function play(events: InventoryEvent[], checkpoint: string | null = null) {
  const set = createRowSet();
  const controller = new AbortController();
  const told: unknown[] = [];
  const result = walkInventory({
    open: async function* () {
      yield* events;
    },
    selection: { voice: true },
    collector: createFilling(set),
    signal: controller.signal,
    place: { ...beginning, checkpoint },
    onPlace: (place) => told.push(place.checkpoint),
    onNumbers: () => told.push('numbers'),
    onProgress: ({ loaded }) => told.push(loaded),
  });
  return { set, told, controller, result };
}

test('takes every event up to the proven end, and says what it said', async () => {
  const end = done(3);
  const { set, told, result } = play([
    progress({ checkpoint: 'c0' }),
    numbers('a', 'b'),
    progress({ loaded: 2 }),
    numbers('b', 'c'),
    end,
    numbers('never'),
  ]);
  expect(await result).toBe(end);
  expect(sidsOf(set.rows)).toEqual(['a', 'b', 'c']);
  expect(told).toEqual(['c0', 0, 'numbers', null, 2, 'numbers']);
});

test('opens what it was asked to', async () => {
  const controller = new AbortController();
  const place = { ...beginning, checkpoint: 'c7' };
  const asked: unknown[] = [];
  await walkInventory({
    open: async function* (...of) {
      asked.push(of);
      yield done(0);
    },
    selection: { type: ['sip'] },
    collector: createFilling(createRowSet()),
    signal: controller.signal,
    place,
    onPlace() {},
    onNumbers() {},
    onProgress() {},
  });
  expect(asked).toEqual([[{ type: ['sip'] }, place, controller.signal]]);
});

test.each([
  ['nothing at all', []],
  ['no last line', [numbers('a'), progress({ loaded: 1 })]],
  ['more than came', [numbers('a'), done(2)]],
  ['less than came', [numbers('a', 'b'), done(1)]],
])('a stream that says %s was cut', async (_, events) => {
  await expect(play(events).result).rejects.toMatchObject({ code: 'stream_cut' });
});

test('from a checkpoint the total is only of the rest', async () => {
  const { set, result } = play([numbers('c'), done(1)], 'c1');
  await result;
  expect(sidsOf(set.rows)).toEqual(['c']);
});

test('a failure is the server’s own, with the place to go on from', async () => {
  const { set, told, result } = play([numbers('a'), failed('upstream_timeout', 'c1')]);
  await expect(result).rejects.toMatchObject({
    name: 'ApiError',
    code: 'upstream_timeout',
    message: 'Why. 0 of 4 parts finished.',
    requestId: 'r1',
  });
  expect(told).toEqual(['numbers', 'c1']);
  expect(sidsOf(set.rows)).toEqual(['a']);
});

test('a failure without a place to go on from leaves none', async () => {
  const { told, result } = play([progress({ checkpoint: 'c0' }), failed('busy')]);
  await expect(result).rejects.toMatchObject({ code: 'busy' });
  expect(told).toEqual(['c0', 0, null]);
});

test('nothing is taken any more once it was aborted', async () => {
  const { set, told, controller, result } = play([numbers('a'), done(1)]);
  const reason = new Error('paused');
  controller.abort(reason);
  await expect(result).rejects.toBe(reason);
  expect(set.rows).toEqual([]);
  expect(told).toEqual([]);
});

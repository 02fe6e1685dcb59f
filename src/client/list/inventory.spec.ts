import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { NumberSelection } from '#contract/selection.ts';
import { rentedNumber } from '../fields/test-rows.ts';
import { ApiError } from '../lib/api-error.ts';
import { createInventory } from './inventory.ts';
import { createInventoryStore } from './inventory-store.ts';
import type { ListState } from './list-state.ts';
import { createRowSet, type RowSet } from './row-set.ts';
import {
  createTestStreams,
  done,
  doneAt,
  failed,
  numbers,
  progress,
  rowsOf,
  shared,
  sidsOf,
} from './test-stream.ts';

const now = 4711;
const empty = () => createRowSet();

// The page follows a walk by a timer, and a long piece of work looks at the clock.
beforeEach(() => void vi.useFakeTimers({ now }));
afterEach(() => void vi.useRealTimers());

/** Lets what was sent be taken and the page be told of it. */
const settleMs = 200;
const settle = () => vi.advanceTimersByTimeAsync(settleMs);

function setUp() {
  const store = createInventoryStore();
  const streams = createTestStreams();
  const inventory = createInventory(store, streams.open);
  return {
    store,
    inventory,
    opened: streams.opened,
    /** Sends into the stream that was opened last. */
    async send(...steps: Parameters<ReturnType<typeof streams.last>['send']>) {
      streams.last().send(...steps);
      await settle();
    },
    /** What is held; an empty list, when nothing is. */
    sids() {
      return sidsOf(store.get()?.set.rows ?? []);
    },
  };
}

/** An inventory that has walked these rows to their end. */
async function setUpComplete(...sids: string[]) {
  const all = setUp();
  void all.inventory.start({ voice: true }, empty());
  await all.send(numbers(...sids), done(sids.length));
  return all;
}

describe('a first walk', () => {
  test('asks for the selection and ends complete, as of when Apifonica was asked', async () => {
    const { store, inventory, opened, send } = setUp();
    void inventory.start({ voice: true }, empty());
    expect(store.get()).toMatchObject({ scope: { status: 'walking' }, selection: { voice: true } });
    expect(opened).toMatchObject([{ selection: { voice: true }, checkpoint: null, fresh: false }]);
    await send(numbers('a', 'b'), done(2, 3));
    expect(store.get()).toMatchObject({
      scope: { status: 'complete', loaded: 2, at: doneAt, skipped: 3 },
      selection: { voice: true },
      set: { rows: rowsOf('a', 'b') },
      skipped: 3,
      isWalked: true,
      refreshing: null,
      changes: null,
    });
  });

  test('its rows can be used while they arrive, and the page is told how it goes', async () => {
    const { store, inventory, send, sids } = setUp();
    void inventory.start({}, empty());
    await send(numbers('a', 'b'));
    expect(sids()).toEqual(['a', 'b']);
    const estimate = { total: 10, requests: 4 };
    await send(numbers('c'), progress({ loaded: 3, requests: 2, estimate }));
    expect(sids()).toEqual(['a', 'b', 'c']);
    expect(store.get()).toMatchObject({
      scope: { status: 'walking', loaded: 3, pace: { loaded: 3, requests: 2, estimate } },
    });
  });

  test('its rate begins with the first numbers, and falls to nothing when no more come', async () => {
    const { store, inventory, send } = setUp();
    const rate = () => {
      const scope = store.get()?.scope;
      return scope?.status === 'walking' ? scope.pace.perSecond : undefined;
    };
    void inventory.start({}, empty());
    await send(progress({ requests: 4 }));
    expect(rate()).toBeNull();
    await send(numbers('a', 'b'));
    expect(rate()).toBeGreaterThan(4);
    await vi.advanceTimersByTimeAsync(2000);
    expect(rate()).toBeLessThan(1.1);
    await vi.advanceTimersByTimeAsync(4000);
    expect(rate()).toBe(0);
  });

  test('nothing is looked after when it is over', async () => {
    const { inventory, send } = setUp();
    void inventory.start({}, empty());
    await send(numbers('a'), done(1));
    expect(vi.getTimerCount()).toBe(0);
  });

  test('the page is told a few times a second, not for every batch', async () => {
    const { store, inventory, send } = setUp();
    let tellings = 0;
    void inventory.start({}, empty());
    store.subscribe(() => {
      tellings += 1;
    });
    await send(...Array.from({ length: 50 }, (_, at) => numbers(`num${at}`)));
    expect(tellings).toBe(1);
  });

  test('rows that were loaded before stay first; one that did not come again is gone at the end', async () => {
    const { inventory, send, sids } = setUp();
    const loaded = createRowSet(rowsOf('a', 'gone', 'b'));
    void inventory.start({}, loaded);
    await send(numbers('c', 'b', 'a'));
    expect(sids()).toEqual(['a', 'gone', 'b', 'c']);
    await send(done(3));
    expect(sids()).toEqual(['a', 'b', 'c']);
    expect(sidsOf(loaded.rows)).toEqual(['a', 'gone', 'b']);
  });

  test.each([
    ['without a last line', [numbers('a'), 'end'] as const],
    ['whose total does not fit', [numbers('a'), done(2)] as const],
  ])('a stream %s is one that was cut', async (_, steps) => {
    const { store, inventory, send, sids } = setUp();
    void inventory.start({}, empty());
    await send(...steps);
    expect(store.get()).toMatchObject({
      scope: { status: 'stopped', loaded: 1, error: { code: 'stream_cut' }, at: now },
    });
    expect(sids()).toEqual(['a']);
  });

  test('another one takes its place, and nothing more of it is taken', async () => {
    const { store, inventory, opened, send, sids } = setUp();
    void inventory.start({}, empty());
    await send(numbers('a'));
    void inventory.start({ type: ['sip'] }, empty());
    opened[0]?.send(numbers('b'), done(2));
    await send(numbers('s'), done(1));
    expect(store.get()).toMatchObject({
      scope: { status: 'complete' },
      selection: { type: ['sip'] },
    });
    expect(sids()).toEqual(['s']);
  });

  test('the end of a superseded walk changes nothing of its successor', async () => {
    const { store, inventory } = setUp();
    const statuses: unknown[] = [];
    store.subscribe(() => statuses.push(store.get()?.scope.status));
    void inventory.start({}, empty());
    await settle();
    void inventory.start({ type: ['sip'] }, empty());
    await settle();
    expect(statuses).toEqual(['walking', 'walking']);
    expect(store.get()).toMatchObject({
      scope: { status: 'walking' },
      selection: { type: ['sip'] },
    });
  });
});

describe('a pause', () => {
  test('stays a pause, however long the stream takes to end', async () => {
    const store = createInventoryStore();
    const inventory = createInventory(store, async function* () {
      yield numbers('a');
      await new Promise(() => {});
    });
    void inventory.start({}, empty());
    await settle();
    inventory.pause();
    await vi.advanceTimersByTimeAsync(5000);
    expect(store.get()).toMatchObject({
      scope: { status: 'paused', loaded: 1 },
      set: { rows: rowsOf('a') },
    });
  });

  test('keeps the rows, and going on asks from where it was and ends complete', async () => {
    const { store, inventory, opened, send, sids } = setUp();
    void inventory.start({ voice: true }, empty());
    await send(numbers('a', 'b'), progress({ checkpoint: 'c1' }), numbers('c'));
    inventory.pause();
    await settle();
    expect(store.get()).toMatchObject({
      scope: { status: 'paused', loaded: 3 },
      selection: { voice: true },
    });
    expect(sids()).toEqual(['a', 'b', 'c']);

    void inventory.resume();
    expect(store.get()).toMatchObject({ scope: { status: 'walking', pace: { loaded: 3 } } });
    expect(opened[1]).toMatchObject({ selection: { voice: true }, checkpoint: 'c1' });
    // What came after the checkpoint comes once more.
    await send(numbers('c', 'd'), done(2));
    expect(store.get()).toMatchObject({ scope: { status: 'complete' }, isWalked: true });
    expect(sids()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('of a walk that servers share goes on behind the last event, and its total is proved', async () => {
    const { store, inventory, opened, send, sids } = setUp();
    void inventory.start({}, empty());
    const last = shared('w.1-2', numbers('c'));
    await send(numbers('a', 'b'), shared('w.1-1', progress({ checkpoint: 'c1' })), last);
    inventory.pause();
    await settle();
    void inventory.resume();
    expect(opened[1]).toMatchObject({ after: 'w.1-2', fresh: false });
    await send(numbers('d'), done(3));
    expect(store.get()).toMatchObject({ scope: { error: { code: 'stream_cut' } } });
    void inventory.resume();
    await send(done(4));
    expect(store.get()?.scope.status).toBe('complete');
    expect(sids()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('ends what is on its way: what comes late changes nothing', async () => {
    const { store, inventory, send, sids } = setUp();
    void inventory.start({}, empty());
    await send(numbers('a'));
    inventory.pause();
    await send(numbers('late'), progress({ checkpoint: 'late' }), done(2));
    expect(store.get()?.scope.status).toBe('paused');
    expect(sids()).toEqual(['a']);
  });

  test('before the first checkpoint the walk begins again, and is as exact as a first one', async () => {
    const { store, inventory, opened, send, sids } = setUp();
    void inventory.start({}, empty());
    await send(numbers('a', 'gone'));
    inventory.pause();
    void inventory.resume();
    expect(opened[1]?.checkpoint).toBeNull();
    await send(numbers('a', 'b'), done(2));
    expect(store.get()?.scope.status).toBe('complete');
    expect(sids()).toEqual(['a', 'b']);
  });

  test('comes when the reader leaves', async () => {
    const { store, inventory, send } = setUp();
    void inventory.start({}, empty());
    await send(numbers('a'));
    inventory.leave();
    expect(store.get()).toMatchObject({ scope: { status: 'paused', loaded: 1 } });
  });

  test('of what is not being walked is nothing', async () => {
    const { store, inventory } = await setUpComplete('a');
    inventory.pause();
    void inventory.resume();
    expect(store.get()?.scope.status).toBe('complete');
  });
});

test('cancelling gives the list up, and the next walk of the list goes on from where it was', async () => {
  const { store, inventory, opened, send, sids } = setUp();
  void inventory.start({ voice: true }, createRowSet(rowsOf('a')));
  await send(numbers('a', 'b'), progress({ checkpoint: 'c1' }));
  inventory.cancel();
  await send(numbers('late'), done(3));
  expect(store.get()).toBeNull();

  // Meanwhile one more page was loaded.
  void inventory.start({ voice: true }, createRowSet(rowsOf('a', 'c')));
  expect(opened[1]).toMatchObject({ selection: { voice: true }, checkpoint: 'c1' });
  expect(store.get()).toMatchObject({ scope: { status: 'walking', pace: { loaded: 2 } } });
  expect(sids()).toEqual(['a', 'b', 'c']);
  await send(numbers('c', 'd'), done(4));
  expect(store.get()?.scope.status).toBe('complete');
  expect(sids()).toEqual(['a', 'b', 'c', 'd']);
});

test.each([
  ['another list', { messaging: true }, 0],
  ['the list after a refresh', { voice: true }, 1],
] as const)('a walk of %s has nothing of a cancelled one', async (_, selection, refreshes) => {
  const { inventory, opened, send, sids } = setUp();
  void inventory.start({ voice: true }, empty());
  await send(numbers('a'), progress({ checkpoint: 'c1' }));
  inventory.cancel();
  void inventory.start(selection, empty(), refreshes);
  expect(opened[1]?.checkpoint).toBeNull();
  await send(numbers('b'), done(1));
  expect(sids()).toEqual(['b']);
});

test('a complete list is not cancelled', async () => {
  const { store, inventory, sids } = await setUpComplete('a');
  inventory.cancel();
  expect(store.get()?.scope.status).toBe('complete');
  expect(sids()).toEqual(['a']);
});

test('a cancelled walk without a checkpoint begins again', async () => {
  const { store, inventory, opened, send, sids } = setUp();
  void inventory.start({}, empty());
  await send(numbers('a'));
  inventory.cancel();
  await send(numbers('late'), done(2));
  expect(store.get()).toBeNull();
  void inventory.resume();
  expect(opened).toHaveLength(1);

  void inventory.start({}, empty());
  expect(opened[1]?.checkpoint).toBeNull();
  await send(numbers('b'), done(1));
  expect(sids()).toEqual(['b']);
});

describe('a failure', () => {
  test('keeps what came, and going on asks from where it was', async () => {
    const { store, inventory, opened, send, sids } = setUp();
    void inventory.start({}, empty());
    await send(numbers('a', 'b'), failed('upstream_unavailable', 'c2'));
    expect(store.get()).toMatchObject({
      scope: {
        status: 'stopped',
        loaded: 2,
        error: { code: 'upstream_unavailable', requestId: 'r1' },
        at: now,
      },
    });
    expect(sids()).toEqual(['a', 'b']);

    void inventory.resume();
    expect(opened[1]?.checkpoint).toBe('c2');
    await send(numbers('c'), done(1));
    expect(store.get()?.scope.status).toBe('complete');
    expect(sids()).toEqual(['a', 'b', 'c']);
  });

  test('of the way to the server goes on from the last checkpoint', async () => {
    const { store, inventory, opened, send } = setUp();
    void inventory.start({}, empty());
    await send(numbers('a'), progress({ checkpoint: 'c1' }));
    await send(new ApiError('server_unreachable', 'Away.'));
    expect(store.get()).toMatchObject({
      scope: { status: 'stopped', error: { code: 'server_unreachable' } },
    });
    void inventory.resume();
    expect(opened[1]?.checkpoint).toBe('c1');
  });

  test('after a resume keeps the checkpoint', async () => {
    const { store, inventory, opened, send, sids } = setUp();
    void inventory.start({}, empty());
    await send(numbers('a', 'b'), failed('upstream_unavailable', 'c1'));
    void inventory.resume();
    await send(new ApiError('server_unreachable', 'Away.'));
    expect(store.get()).toMatchObject({
      scope: { status: 'stopped', error: { code: 'server_unreachable' } },
    });
    void inventory.resume();
    expect(opened.map(({ checkpoint }) => checkpoint)).toEqual([null, 'c1', 'c1']);
    await send(numbers('c'), done(1));
    expect(store.get()?.scope.status).toBe('complete');
    expect(sids()).toEqual(['a', 'b', 'c']);
  });

  test('nobody foresaw is said to be the page’s', async () => {
    const { store, inventory, send } = setUp();
    void inventory.start({}, empty());
    await send(new TypeError('x is not a function'));
    expect(store.get()).toMatchObject({
      scope: { status: 'stopped', error: { code: 'page_failed' } },
    });
  });
});

describe('a checkpoint that the server does not take', () => {
  const refusal = new ApiError('invalid_cursor', 'Not ours.');

  async function setUpRefused() {
    const all = setUp();
    void all.inventory.start({}, empty());
    await all.send(numbers('a', 'gone'), progress({ checkpoint: 'c1' }), failed('busy', 'c1'));
    void all.inventory.resume();
    await all.send(refusal);
    return all;
  }

  test('the walk begins again by itself, once, and is as exact as a first one', async () => {
    const { store, opened, send, sids } = await setUpRefused();
    expect(opened.map(({ checkpoint }) => checkpoint)).toEqual([null, 'c1', null]);
    expect(store.get()?.scope.status).toBe('walking');
    expect(sids()).toEqual(['a', 'gone']);
    await send(numbers('a', 'b'), done(2));
    expect(store.get()?.scope.status).toBe('complete');
    expect(sids()).toEqual(['a', 'b']);
  });

  test('a second refusal is a failure', async () => {
    const { store, opened, send } = await setUpRefused();
    await send(refusal);
    expect(opened).toHaveLength(3);
    expect(store.get()).toMatchObject({
      scope: { status: 'stopped', error: { code: 'invalid_cursor' } },
    });
  });
});

describe('a refresh', () => {
  test('goes on behind the list, which stays complete', async () => {
    const { store, inventory, opened, send, sids } = await setUpComplete('a', 'b');
    void inventory.refresh();
    // Not the list of a walk that others began before the click.
    expect(opened[1]).toMatchObject({ selection: { voice: true }, checkpoint: null, fresh: true });
    const estimate = { total: 2, requests: 1 };
    await send(numbers('b', 'c'), progress({ loaded: 2, estimate }));
    expect(store.get()).toMatchObject({
      scope: { status: 'complete', loaded: 2, at: doneAt },
      refreshing: { status: 'running', pace: { loaded: 2, estimate } },
      changes: null,
    });
    expect(sids()).toEqual(['a', 'b']);
  });

  test('is about as long as the list there is, where the server remembers none', async () => {
    const { store, inventory, send } = await setUpComplete('a', 'b');
    void inventory.refresh();
    await send(numbers('a'), progress({ loaded: 1 }));
    expect(store.get()).toMatchObject({
      refreshing: { pace: { loaded: 1, estimate: { total: 2 } } },
    });
  });

  test('any list before, any list after: says exactly what is new, gone and changed', async () => {
    const anyList = fc
      .uniqueArray(fc.record({ sid: fc.nat(9), name: fc.constantFrom('a', 'b') }), {
        selector: ({ sid }) => sid,
      })
      .map((rows) => rows.map(({ sid, name }) => rentedNumber({ number_sid: `num${sid}`, name })));
    await fc.assert(
      fc.asyncProperty(anyList, anyList, fc.nat(9), async (old, list, at) => {
        const { store, inventory, send } = setUp();
        void inventory.start({}, empty());
        const batch = (rows: typeof old) =>
          ({ event: 'numbers', numbers: structuredClone(rows) }) as const;
        await send(batch(old), done(old.length));
        void inventory.refresh();
        await send(batch(list.slice(0, at)), batch(list.slice(at)), done(list.length));

        const state = store.get();
        if (state?.scope.status !== 'complete') throw new Error(state?.scope.status);
        const named = (rows: readonly { number_sid: string; name: string | null }[]) =>
          rows.map(({ number_sid, name }) => `${number_sid} ${name}`);
        expect(named(state.set.rows).toSorted()).toEqual(named(list).toSorted());
        const [was, is] = [new Set(sidsOf(old)), new Set(sidsOf(list))];
        const wasAsIs = new Set(named(old));
        const added = list.filter(({ number_sid }) => !was.has(number_sid));
        const changed = list.filter(
          (row) => was.has(row.number_sid) && !wasAsIs.has(`${row.number_sid} ${row.name}`),
        );
        expect(state.changes).toEqual({
          since: doneAt,
          added: new Set(sidsOf(added)),
          changed: new Set(sidsOf(changed)),
          gone: old.filter(({ number_sid }) => !is.has(number_sid)),
        });
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ['that fails', failed('upstream_timeout'), 'upstream_timeout'],
    ['that is cut', 'end' as const, 'stream_cut'],
    ['whose total does not fit', done(7), 'stream_cut'],
  ])('one %s keeps the list as it was, and can be asked for again', async (_, end, code) => {
    const { store, inventory, send, sids } = await setUpComplete('a', 'b');
    void inventory.refresh();
    await send(numbers('b', 'c'), end);
    expect(store.get()).toMatchObject({
      scope: { status: 'complete', loaded: 2, at: doneAt },
      refreshing: { status: 'stopped', error: { code }, at: now + settleMs },
      changes: null,
    });
    expect(sids()).toEqual(['a', 'b']);
    void inventory.refresh();
    await send(numbers('b', 'c'), done(2));
    expect(store.get()).toMatchObject({ refreshing: null, changes: { gone: rowsOf('a') } });
    expect(sids()).toEqual(['b', 'c']);
  });

  test('that is stopped leaves the list as it was', async () => {
    const { store, inventory, send, sids } = await setUpComplete('a', 'b');
    void inventory.refresh();
    await send(numbers('c'));
    inventory.stopRefreshing();
    await send(numbers('d'), done(2));
    expect(store.get()).toMatchObject({
      scope: { status: 'complete' },
      refreshing: null,
      changes: null,
    });
    expect(sids()).toEqual(['a', 'b']);
  });

  test('what it found is kept until it is dismissed, or another one begins', async () => {
    const { store, inventory, send } = await setUpComplete('a');
    const refreshTo = async (...sids: string[]) => {
      void inventory.refresh();
      await send(numbers(...sids), done(sids.length));
    };
    await refreshTo('a', 'b');
    expect(store.get()).toMatchObject({ changes: { added: new Set(['b']) } });
    inventory.dismissChanges();
    expect(store.get()).toMatchObject({ scope: { status: 'complete' }, changes: null });
    await refreshTo('a', 'b', 'c');
    expect(store.get()).toMatchObject({ changes: { added: new Set(['c']) } });
    void inventory.refresh();
    expect(store.get()).toMatchObject({ changes: null });
  });

  test('ends when its reader leaves; the list stays, and so does the failure of a refresh', async () => {
    const { store, inventory, send, sids } = await setUpComplete('a', 'b');
    void inventory.refresh();
    await send(numbers('a', 'c'));
    inventory.leave();
    await send(numbers('d'), done(3));
    expect(sids()).toEqual(['a', 'b']);
    expect(store.get()).toMatchObject({ scope: { status: 'complete' }, refreshing: null });

    void inventory.refresh();
    await send(failed('upstream_unreachable'));
    inventory.leave();
    expect(store.get()?.refreshing).toMatchObject({ status: 'stopped' });
  });

  test('of a list that is not complete is nothing', async () => {
    const { inventory, opened } = setUp();
    await inventory.refresh();
    void inventory.start({}, empty());
    await inventory.refresh();
    expect(opened).toHaveLength(1);
  });
});

describe('a list whose pages were read to their end', () => {
  const read = (selection: NumberSelection, set: RowSet, at: number, skipped = 0): ListState => ({
    selection,
    set,
    scope: { status: 'complete', loaded: set.rows.length, skipped, at },
    skipped,
    restarted: 1,
    refreshing: null,
    changes: null,
  });
  const adoptShort = ({ store }: Pick<ReturnType<typeof setUp>, 'store'>) =>
    store.adopt(read({ type: ['sip'] }, createRowSet(rowsOf('s')), 5, 2));

  test('is the whole that it is, where nothing is held', () => {
    const all = setUp();
    adoptShort(all);
    expect(all.store.get()).toMatchObject({
      scope: { status: 'complete', loaded: 1, skipped: 2, at: 5 },
      selection: { type: ['sip'] },
      skipped: 2,
      restarted: 1,
      isWalked: false,
    });
    expect(all.sids()).toEqual(['s']);
  });

  test('takes the place of another one, not of a walk’s list', async () => {
    const all = setUp();
    adoptShort(all);
    all.store.adopt(read({}, createRowSet(rowsOf('a', 'b')), 6));
    expect(all.sids()).toEqual(['a', 'b']);

    const walked = await setUpComplete('a');
    adoptShort(walked);
    expect(walked.sids()).toEqual(['a']);
  });

  test('does not take the place of a walk, whether it goes on or rests', async () => {
    const all = setUp();
    void all.inventory.start({}, empty());
    await all.send(numbers('a'));
    adoptShort(all);
    expect(all.store.get()?.scope.status).toBe('walking');
    all.inventory.pause();
    adoptShort(all);
    expect(all.store.get()?.scope.status).toBe('paused');
    void all.inventory.resume();
    await all.send(failed('busy'));
    adoptShort(all);
    expect(all.store.get()?.scope.status).toBe('stopped');
  });

  test('does not take the place of one that is being read again', async () => {
    const all = setUp();
    all.store.adopt(read({}, createRowSet(rowsOf('a')), 6));
    void all.inventory.refresh();
    adoptShort(all);
    expect(all.sids()).toEqual(['a']);
    await all.send(numbers('a', 'b'), done(2));
    expect(all.store.get()).toMatchObject({ isWalked: true, changes: { since: 6 } });
    expect(all.sids()).toEqual(['a', 'b']);
  });
});

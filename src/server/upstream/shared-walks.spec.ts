import { afterEach, describe, expect, test } from 'vitest';
import { ProblemError } from '../problem-error.ts';
import { createStoreWalks } from '../shared/store-walks.ts';
import { hasRedis } from '../shared/test-redis.ts';
import { type Replicas, read, startReplicas } from './test-replicas.ts';

const open: Replicas[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function start(size?: number): Promise<Replicas> {
  const replicas = await startReplicas(size);
  open.push(replicas);
  return replicas;
}

/** The requests that one walk of the whole list takes. */
async function requestsOfOne(all: Replicas): Promise<number> {
  const { walk } = await all.replica('another account');
  await read(walk()).rows();
  return all.requests.splice(0).length;
}

/** Reads a part of one walk at two replicas: the owner's reader and a follower have 60 rows each. */
async function readPart(all: Replicas) {
  const [one, two] = [await all.replica(), await all.replica()];
  all.holdAfter(20);
  const owner = read(one.walk());
  const follower = read(two.walk());
  await Promise.all([owner.rows(60), follower.rows(60)]);
  return { one, two, owner, follower };
}

/** Expects each row of the list once, and its proven end. */
function expectWhole({ sids, last }: ReturnType<typeof read>, all: Replicas) {
  expect(sids().toSorted()).toEqual(all.sids());
  expect(last()).toMatchObject({ event: 'done', total: 200 });
}

describe.skipIf(!(await hasRedis()))('walks that replicas share', () => {
  test('three readers at three replicas cost one walk, and each gets every row once', async () => {
    const all = await start();
    const once = await requestsOfOne(all);
    const readers = await Promise.all(
      ['a', 'b', 'c'].map(async () => read((await all.replica()).walk())),
    );
    await Promise.all(readers.map((reader) => reader.rows()));
    for (const reader of readers) {
      expect(reader.sids().toSorted()).toEqual(all.sids());
      expect(reader.last()).toMatchObject({ event: 'done', total: 200, requests: once });
    }
    expect(all.requests).toHaveLength(once);
  });

  test('one that comes late gets all rows, and one after the end the same end', async () => {
    const all = await start();
    const [one, two] = [await all.replica(), await all.replica()];
    all.holdAfter(20);
    const early = read(one.walk());
    await early.rows(40);
    const late = read(two.walk());
    await late.rows(40);
    expect(late.sids()).toEqual(early.sids());
    all.go();
    await Promise.all([early.rows(), late.rows()]);
    const ended = read((await all.replica()).walk());
    await ended.rows();
    for (const { sids } of [early, late, ended]) expect(sids().toSorted()).toEqual(all.sids());
    expect(ended.last()).toEqual(early.last());
  });

  test('who asks afresh, or long after the end, gets another walk', async () => {
    const all = await start();
    const once = await requestsOfOne(all);
    const { walk } = await all.replica();
    await read(walk()).rows();
    await read(walk()).rows();
    expect(all.requests).toHaveLength(once);
    await all.makeOlder(2000);
    await read(walk({ fresh: true })).rows();
    expect(all.requests).toHaveLength(2 * once);
    await all.makeOlder(10_000);
    await read(walk()).rows();
    expect(all.requests).toHaveLength(3 * once);
  });

  test('two selections, or two accounts, are two walks', async () => {
    const all = await start();
    const one = await all.replica();
    const two = await all.replica();
    const other = await all.replica('acc-other');
    const [every, voice, strange] = [
      read(one.walk()),
      read(two.walk({ selection: { voice: true } })),
      read(other.walk()),
    ];
    await Promise.all([every.rows(), voice.rows(), strange.rows()]);
    expect(every.sids()).toHaveLength(200);
    expect(voice.sids()).toHaveLength(133);
    expect(strange.sids()).toHaveLength(200);
    const elsewhere = read(other.walk({ after: every.lastId() ?? '' }));
    await elsewhere.rows();
    expect(elsewhere.events).toMatchObject([
      { event: 'failed', error: { code: 'invalid_cursor' } },
    ]);
  });

  test('an event that never was is told at once', async () => {
    const { walk } = await (await start()).replica();
    const gone = read(walk({ after: 'abc.1-1' }));
    await gone.rows();
    expect(gone.events).toMatchObject([{ event: 'failed', error: { code: 'invalid_cursor' } }]);
    for (const after of ['x', '.1-1', 'abc.0-0', `abc.${'9'.repeat(30)}-1`, 'abc.1-1:x']) {
      expect(() => walk({ after })).toThrow('not the id');
    }
  });

  test('a reader that was cut goes on behind its last event, at another replica', async () => {
    const all = await start();
    const once = await requestsOfOne(all);
    const [one, two] = [await all.replica(), await all.replica()];
    const whole = read(one.walk());
    const cut = read(two.walk());
    all.holdAfter(20);
    await Promise.all([whole.rows(60), cut.rows(60)]);
    await cut.leave();
    const rest = read((await all.replica()).walk({ after: cut.lastId() ?? '' }));
    all.go();
    await Promise.all([whole.rows(), rest.rows()]);
    expect([...cut.sids(), ...rest.sids()].toSorted()).toEqual(all.sids());
    expect(rest.last()).toEqual(whole.last());
    expect(all.requests).toHaveLength(once);
  });

  test('when the owner gives the walk back, a follower goes on with it', async () => {
    const all = await start();
    const once = await requestsOfOne(all);
    const { one, owner, follower } = await readPart(all);
    await owner.leave();
    await one.client.close();
    all.go();
    await follower.rows();
    expectWhole(follower, all);
    expect(all.requests.length).toBeLessThanOrEqual(once + 4);
  });

  test('when the owner has no readers of its own, the walk goes on for the others', async () => {
    const all = await start();
    const once = await requestsOfOne(all);
    const { owner, follower } = await readPart(all);
    await owner.leave();
    all.go();
    await follower.rows();
    expect(follower.sids().toSorted()).toEqual(all.sids());
    expect(all.requests.length).toBeLessThanOrEqual(once + 4);
  });

  test('an owner that lost its lease is refused, and its reader follows the new one', async () => {
    const all = await start();
    const { owner, follower } = await readPart(all);
    await all.expireLeases();
    all.go();
    await Promise.all([owner.rows(), follower.rows()]);
    for (const reader of [owner, follower]) expectWhole(reader, all);
  });

  test('when the store is killed, the owner goes on and followers keep a checkpoint', async () => {
    const all = await start();
    const { two, owner, follower } = await readPart(all);
    await all.redis.kill();
    all.go();
    await Promise.all([owner.rows(), follower.rows()]);
    expectWhole(owner, all);
    const last = follower.last();
    expect(last).toMatchObject({
      event: 'failed',
      error: { code: 'store_unavailable' },
      checkpoint: expect.any(String),
    });
    const checkpoint = last?.event === 'failed' ? (last.checkpoint ?? '') : '';
    const rest = read(two.walk({ checkpoint }));
    await rest.rows();
    expect(new Set([...follower.sids(), ...rest.sids()]).size).toBe(200);
    expect(rest.last()).toMatchObject({ event: 'done' });
  });

  test('a store that hangs for a moment costs nobody the walk', async () => {
    const all = await start();
    const once = await requestsOfOne(all);
    const [one, two] = [await all.replica(), await all.replica()];
    all.holdAfter(20);
    const readers = [read(one.walk()), read(two.walk())];
    await Promise.all(readers.map((reader) => reader.rows(60)));
    all.redis.freeze();
    all.go();
    const reading = Promise.all(readers.map((reader) => reader.rows()));
    await expect(one.sharedStore.ask((redis) => redis.ping())).rejects.toThrow();
    all.redis.thaw();
    await reading;
    for (const reader of readers) expectWhole(reader, all);
    expect(all.requests).toHaveLength(once);
  });

  test('when the store is flushed, the owner goes on and followers keep a checkpoint', async () => {
    const all = await start();
    const { one, owner, follower } = await readPart(all);
    await one.sharedStore.ask((redis) => redis.flushall());
    all.go();
    await Promise.all([owner.rows(), follower.rows()]);
    expectWhole(owner, all);
    expect(follower.last()).toMatchObject({
      event: 'failed',
      error: { code: 'store_unavailable' },
      checkpoint: expect.any(String),
    });
  });

  test('when the store has dropped some events, a reader is told, and never that it has all', async () => {
    const all = await start();
    const [one, two] = [await all.replica(), await all.replica()];
    all.holdAfter(20);
    const owner = read(one.walk());
    await owner.rows(60);
    const streams = await one.sharedStore.ask((redis) => redis.keys('*:events'));
    await one.sharedStore.ask((redis) => redis.del(...streams));
    const late = read(two.walk());
    all.go();
    await Promise.all([owner.rows(), late.rows()]);
    expect(owner.sids().toSorted()).toEqual(all.sids());
    expect(late.last()).toMatchObject({ event: 'failed', error: { code: 'store_unavailable' } });
  });

  test('when a failover has lost the last events, who read them still gets every row', async () => {
    const all = await start();
    const { walk, sharedStore } = await all.replica();
    all.holdAfter(6);
    const reader = read(walk());
    await reader.rows(30);
    await expect.poll(all.held).toBe(4);
    const keys = await sharedStore.ask((redis) => redis.keys('*'));
    const kept = await sharedStore.ask((redis) =>
      Promise.all(keys.map(async (key) => ({ key, value: await redis.dumpBuffer(key) }))),
    );
    all.answer(2);
    await reader.rows(10);
    for (const { key, value } of kept) {
      await sharedStore.ask((redis) => redis.restore(key, 120_000, value ?? '', 'REPLACE'));
    }
    all.go();
    await reader.rows();
    expect([...new Set(reader.sids())].toSorted()).toEqual(all.sids());
    expect(reader.last()).toMatchObject({ event: 'done', total: 200 });
  });

  test('nothing of a walk is kept for ever', async () => {
    const all = await start();
    const { walk, sharedStore } = await all.replica();
    await read(walk()).rows();
    const keys = await sharedStore.ask((redis) => redis.keys('*'));
    expect(keys).toHaveLength(3);
    for (const key of keys) {
      expect(await sharedStore.ask((redis) => redis.pttl(key))).toBeGreaterThan(100_000);
      expect(await sharedStore.ask((redis) => redis.pttl(key))).toBeLessThanOrEqual(120_000);
    }
  });

  test('without the store a walk begins all the same', async () => {
    const all = await start();
    const one = await all.replica();
    await all.redis.kill();
    const reader = read(one.walk());
    await reader.rows();
    expect(reader.sids().toSorted()).toEqual(all.sids());
    expect(reader.lastId()).toBeNull();
  });

  test('a walk without readers stops, and is not joined but gone on with', async () => {
    const all = await start();
    const once = await requestsOfOne(all);
    const one = await all.replica();
    all.holdAfter(20);
    const reader = read(one.walk());
    await reader.rows(60);
    await reader.leave();
    const [id = ''] = (reader.lastId() ?? '').split('.');
    const kept = createStoreWalks(one.sharedStore, 'acc-test').walk({}, id);
    await expect.poll(async () => (await kept.read('0-0'))?.isOrphan).toBe(true);
    all.go();
    const asked = all.requests.length;
    const rest = read(one.walk({ after: reader.lastId() ?? '' }));
    await rest.rows();
    expect([...reader.sids(), ...rest.sids()].toSorted()).toEqual(all.sids());
    expect(rest.last()).toMatchObject({ event: 'done', total: 200 });
    expect(asked).toBeLessThanOrEqual(24);
    expect(all.requests.length).toBeLessThanOrEqual(once + 4);
  });

  test('a walk waits for its fastest reader', async () => {
    const all = await start(1000);
    const one = await all.replica();
    const two = await all.replica();
    const slow = read(one.walk());
    const slower = read(two.walk());
    await Promise.all([slow.rows(60), slower.rows(20)]);
    let seen = 0;
    await expect
      .poll(
        () => {
          const isStill = seen === all.requests.length;
          seen = all.requests.length;
          return isStill;
        },
        { interval: 500, timeout: 20_000 },
      )
      .toBe(true);
    expect(seen).toBeGreaterThan(30);
    expect(seen).toBeLessThan(80);
    await Promise.all([slow.rows(), slower.rows()]);
    expect(slow.sids().toSorted()).toEqual(all.sids());
    expect(slower.sids().toSorted()).toEqual(all.sids());
  });

  test('a server that stops tells its readers where to go on', async () => {
    const all = await start();
    const [one, two] = [await all.replica(), await all.replica()];
    all.holdAfter(20);
    const stopping = new AbortController();
    const cut = read(one.walk({}, stopping.signal));
    const reading = cut.rows();
    await expect.poll(all.held).toBe(4);
    stopping.abort(new ProblemError('busy', 'The server is stopping.'));
    await reading;
    expect(cut.last()).toMatchObject({
      event: 'failed',
      error: { code: 'busy' },
      loaded: cut.sids().length,
      checkpoint: expect.any(String),
    });
    all.go();
    const rest = read(two.walk({ after: cut.lastId() ?? '' }));
    await rest.rows();
    expect([...cut.sids(), ...rest.sids()].toSorted()).toEqual(all.sids());
  });

  test('a reader that is told to stop amid what came gets the place behind what it took', async () => {
    const all = await start(100);
    const { walk } = await all.replica();
    const other = await all.replica();
    await read(walk()).rows();
    const stopping = new AbortController();
    const cut = read(other.walk({}, stopping.signal));
    await cut.rows(5);
    stopping.abort(new ProblemError('busy', 'The server is stopping.'));
    await cut.rows();
    const last = cut.last();
    const checkpoint = last?.event === 'failed' ? (last.checkpoint ?? '') : '';
    const rest = read(other.walk({ checkpoint }));
    await rest.rows();
    expect(cut.sids().length).toBeLessThan(100);
    expect([...new Set([...cut.sids(), ...rest.sids()])].toSorted()).toEqual(all.sids());
  });

  test('one server begins four walks at once, and a fifth that another server may take', async () => {
    const all = await start();
    const [one, two] = [await all.replica(), await all.replica()];
    all.holdAfter(0);
    const selections = [{}, { voice: true }, { messaging: true }, { voice: false }];
    const readers = selections.map((selection) => read(one.walk({ selection })));
    const reading = readers.map((reader) => reader.rows());
    await expect.poll(all.held).toBeGreaterThanOrEqual(4);
    const fifth = { selection: { messaging: false } };
    const refused = read(one.walk(fifth));
    await refused.rows();
    expect(refused.events).toMatchObject([{ event: 'failed', error: { code: 'busy' } }]);
    all.go();
    const taken = read(two.walk(fifth));
    await Promise.all([...reading, taken.rows()]);
    for (const { last } of [...readers, taken]) expect(last()).toMatchObject({ event: 'done' });
  });

  test('the log names a walk by its id, and the people who read the walk once each', async () => {
    const all = await start();
    const [one, two] = [await all.replica(), await all.replica()];
    await read(one.walk()).rows();
    await read(two.walk()).rows();
    const [reading, walked, also, ...others] = all.log();
    const id = expect.stringMatching(/^[\w-]+$/);
    const person = { requestId: 'one', person: 'Ann' };
    expect(reading).toEqual({ level: 30, walk: id, ...person, msg: 'reads a shared walk' });
    expect(walked).toMatchObject({ walk: reading?.walk, outcome: 'done', msg: 'walk' });
    expect(walked).not.toMatchObject({ person: 'Ann' });
    expect(walked).not.toHaveProperty('requestId');
    expect([also, others]).toEqual([reading, []]);
  });

  test('a failure of the upstream is one for all readers', async () => {
    const all = await start();
    const [one, two] = [await all.replica(), await all.replica()];
    all.holdAfter(20);
    const readers = [read(one.walk()), read(two.walk())];
    await Promise.all(readers.map((reader) => reader.rows(60)));
    all.refuse();
    all.go();
    await Promise.all(readers.map((reader) => reader.rows()));
    for (const { last } of readers) {
      expect(last()).toMatchObject({ event: 'failed', error: { code: 'upstream_auth' } });
    }
  });
});

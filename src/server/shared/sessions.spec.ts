import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Person, passwordPerson } from '../people/person.ts';
import { keyOf } from './keys.ts';
import {
  absoluteMs,
  createMemorySessions,
  handleOf,
  idleMs,
  mostSessions,
  type SessionStore,
} from './sessions.ts';
import type { SharedStore } from './shared-store.ts';
import { createStoreSessions } from './store-sessions.ts';
import { hasRedis } from './test-redis.ts';
import { startTestStore, storeKindNames } from './test-shared.ts';

const issuer = 'https://id.example';
const personOf = (subject: string, sid: string | null): Person => ({
  name: subject,
  provider: { issuer, subject, sid },
  groups: ['support'],
  role: 'viewer',
});

/** What every store of sessions must do; `other` is the same store as another replica sees it. */
function conforms(open: () => Promise<{ store: SessionStore; other: SessionStore }>) {
  let store: SessionStore;
  let other: SessionStore;
  beforeAll(async () => {
    ({ store, other } = await open());
  });

  test('a session opened on one replica is known to the other', async () => {
    const id = await store.create(personOf('ann', '1'));
    expect(await other.touch(id)).toEqual(personOf('ann', '1'));
  });

  test('an ended session is ended everywhere', async () => {
    const id = await store.create(passwordPerson);
    await other.end(id);
    expect(await store.touch(id)).toBeNull();
  });

  test('an unknown id, or the handle of a session, opens nothing', async () => {
    const id = await store.create(passwordPerson);
    expect(await store.touch('unknown')).toBeNull();
    expect(await store.touch(handleOf(id))).toBeNull();
  });

  test('the provider ends one session, or all of a person, and nobody else', async () => {
    const first = await store.create(personOf('bob', 'b1'));
    const second = await store.create(personOf('bob', 'b2'));
    const third = await store.create(personOf('bob', 'b3'));
    const stranger = await store.create({
      ...personOf('bob', 'b1'),
      provider: { issuer: 'https://other.example', subject: 'bob', sid: 'b1' },
    });
    expect(await other.endAll({ issuer, sid: 'b1' })).toHaveLength(1);
    expect(await store.touch(first)).toBeNull();
    expect(await store.touch(second)).not.toBeNull();
    expect(await other.endAll({ issuer, subject: 'bob' })).toHaveLength(2);
    expect(await store.touch(second)).toBeNull();
    expect(await store.touch(third)).toBeNull();
    expect(await store.touch(stranger)).not.toBeNull();
    expect(await store.endAll({ issuer })).toHaveLength(0);
  });

  test('a session that the provider gave no name ends with any session of the person', async () => {
    const nameless = await store.create(personOf('dan', null));
    const stranger = await store.create(personOf('eve', null));
    expect(await other.endAll({ issuer, sid: 'd1' })).toHaveLength(0);
    expect(await other.endAll({ issuer, subject: 'dan', sid: 'd1' })).toHaveLength(1);
    expect(await store.touch(nameless)).toBeNull();
    expect(await store.touch(stranger)).not.toBeNull();
  });

  test('the sessions of the password end without those of the provider', async () => {
    const byPassword = await store.create(passwordPerson);
    const byProvider = await store.create(personOf('fay', 'f'));
    expect(await other.endAll('password')).not.toEqual([]);
    expect(await store.touch(byPassword)).toBeNull();
    expect(await store.touch(byProvider)).not.toBeNull();
  });

  test('the list names persons and handles, and a handle ends its session', async () => {
    const id = await store.create(personOf('cem', 'c'));
    const listed = (await other.list()).find(({ person }) => person.name === 'cem');
    expect(listed).toMatchObject({ handle: handleOf(id), person: personOf('cem', 'c') });
    expect(listed!.ageMs).toBeGreaterThanOrEqual(0);
    expect(listed!.idleMs).toBeLessThan(60_000);
    await other.endOne(listed!.handle);
    expect(await store.touch(id)).toBeNull();
  });

  test('every replica hears which sessions ended', async () => {
    const here: string[] = [];
    const there: string[] = [];
    store.onEnd((handles) => here.push(...handles));
    other.onEnd((handles) => there.push(...handles));
    const id = await store.create(passwordPerson);
    await store.end(id);
    await expect.poll(() => here).toContain(handleOf(id));
    await expect.poll(() => there).toContain(handleOf(id));
  });

  test('all sessions end at once', async () => {
    const id = await store.create(passwordPerson);
    expect(await other.endAll()).not.toEqual([]);
    expect(await store.touch(id)).toBeNull();
    expect(await store.list()).toEqual([]);
  });
}

/** Waits until the store's clock, by which one session is older than another, goes on by a millisecond. */
async function nextMillisecond(sharedStore: SharedStore) {
  const read = () =>
    sharedStore.ask(async (redis) => {
      const [seconds, micros] = await redis.time();
      return Number(seconds) * 1000 + Math.floor(Number(micros) / 1000);
    });
  const before = await read();
  while ((await read()) === before);
}

describe('sessions in memory', () => {
  conforms(async () => {
    const store = createMemorySessions();
    return { store, other: store };
  });
});

describe.skipIf(!(await hasRedis()))('sessions in the store', () => {
  const stops: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const stop of stops) await stop();
  });

  describe.each(storeKindNames)('with %s', (kind) => {
    conforms(async () => {
      const sharedStore = await startTestStore(kind);
      stops.push(sharedStore.stop);
      const store = createStoreSessions(await sharedStore.connect(), 0);
      const other = createStoreSessions(await sharedStore.connect(), 0);
      return { store, other };
    });
  });

  /** Two replicas with a grace, and a session that both have seen. */
  async function seenByBoth() {
    const { redis, connect, stop } = await startTestStore();
    stops.push(stop);
    const sharedStore = await connect();
    const store = createStoreSessions(sharedStore, 60_000);
    const other = createStoreSessions(await connect(), 60_000);
    const id = await store.create(passwordPerson);
    await other.touch(id);
    return { redis, sharedStore, store, other, id };
  }

  test('a session that was seen is recalled without the store, and not called ended', async () => {
    const { redis, store, other, id } = await seenByBoth();
    const unseen = await other.create(passwordPerson);
    await redis.kill();
    await expect(store.touch(id)).rejects.toMatchObject({ code: 'store_unavailable' });
    expect(store.recall(id)).toEqual(passwordPerson);
    expect(store.recall(unseen)).toBeNull();
  });

  test('what a replica ends, no replica recalls', async () => {
    const { store, other, id } = await seenByBoth();
    await store.end(id);
    expect(store.recall(id)).toBeNull();
    await expect.poll(() => other.recall(id)).toBeNull();
  });

  test('a replica that could not listen for a while knows afterwards what has ended', async () => {
    const { sharedStore, store, id } = await seenByBoth();
    const ended: string[] = [];
    const living = await store.create(passwordPerson);
    await store.touch(living);
    store.onEnd((handles) => ended.push(...handles));
    await sharedStore.ask((redis) => redis.del(keyOf('session', handleOf(id))));
    await sharedStore.ask((redis) => redis.call('CLIENT', 'KILL', 'TYPE', 'pubsub'));
    await expect.poll(() => ended).toEqual([handleOf(id)]);
    expect(store.recall(id)).toBeNull();
    expect(store.recall(living)).not.toBeNull();
  });

  test('a session that the store lost is not recalled after that was seen', async () => {
    const { sharedStore, store, id } = await seenByBoth();
    await sharedStore.ask((redis) => redis.flushall());
    expect(await store.touch(id)).toBeNull();
    expect(store.recall(id)).toBeNull();
  });

  test('an end that the store did not carry out fails, but the end of a kind is known here at once', async () => {
    const { redis, store, id } = await seenByBoth();
    const ofCompany = await store.create(personOf('dan', 'd'));
    await store.touch(ofCompany);
    await redis.kill();
    const lost = { code: 'store_unavailable' };
    await expect(store.end(id)).rejects.toMatchObject(lost);
    await expect(store.create(passwordPerson)).rejects.toMatchObject(lost);
    expect(store.recall(id)).toEqual(passwordPerson);
    await expect(store.endAll('password')).rejects.toMatchObject(lost);
    expect(store.recall(id)).toBeNull();
    expect(store.recall(ofCompany)).toMatchObject({ name: 'dan' });
    await expect(store.endAll()).rejects.toMatchObject(lost);
    expect(store.recall(ofCompany)).toBeNull();
  });

  test('sessions end by the clock of the store, whatever the clock of a replica says', async () => {
    const { sharedStore, store, id } = await seenByBoth();
    const year = 365 * 24 * 60 * 60 * 1000;
    for (const clock of [Date.now() - year, Date.now() + year]) {
      vi.useFakeTimers({ now: clock, toFake: ['Date'] });
      expect(await store.touch(id)).toEqual(passwordPerson);
    }
    vi.useRealTimers();
    const key = keyOf('session', handleOf(id));
    const created = await sharedStore.ask((redis) => redis.hget(key, 'created'));
    await sharedStore.ask((redis) => redis.hset(key, 'created', Number(created) - absoluteMs));
    expect(await store.touch(id)).toBeNull();
  });

  test('the oldest session makes room, and every replica hears so', async () => {
    const { connect, stop } = await startTestStore();
    stops.push(stop);
    const sharedStore = await connect();
    const store = createStoreSessions(sharedStore, 60_000, 2);
    const other = createStoreSessions(await connect(), 60_000, 2);
    const ended: string[] = [];
    other.onEnd((handles) => ended.push(...handles));
    const oldest = await store.create(passwordPerson);
    await other.touch(oldest);
    await nextMillisecond(sharedStore);
    const second = await store.create(passwordPerson);
    await store.create(passwordPerson);
    await expect.poll(() => ended).toEqual([handleOf(oldest)]);
    expect(other.recall(oldest)).toBeNull();
    expect(await store.touch(second)).not.toBeNull();
  });

  test('sessions that ended without use take no room, and leave the index', async () => {
    const { connect, stop } = await startTestStore();
    stops.push(stop);
    const sharedStore = await connect();
    const store = createStoreSessions(sharedStore, 0, 2);
    const endUnused = (id: string) =>
      sharedStore.ask((redis) => redis.pexpire(keyOf('session', handleOf(id)), 0));
    const living = await store.create(passwordPerson);
    await endUnused(await store.create(passwordPerson));
    const late = await store.create(passwordPerson);
    expect(await store.touch(living)).not.toBeNull();
    await endUnused(late);
    expect(await store.list()).toHaveLength(1);
    expect(await sharedStore.ask((redis) => redis.zcard(keyOf('sessions')))).toBe(1);
  });

  test('a session without use, and the list of all, end by themselves', async () => {
    const { sharedStore, id } = await seenByBoth();
    const left = await sharedStore.ask((redis) => redis.pttl(keyOf('session', handleOf(id))));
    expect(left).toBeLessThanOrEqual(idleMs);
    expect(left).toBeGreaterThan(idleMs - 60_000);
    const keys = await sharedStore.ask((redis) => redis.keys('*'));
    for (const key of keys) {
      expect(await sharedStore.ask((redis) => redis.pttl(key))).toBeLessThanOrEqual(absoluteMs);
      expect(await sharedStore.ask((redis) => redis.pttl(key))).toBeGreaterThan(0);
    }
  });
});

const minute = 60_000;

test('S7 ids are 256 random bits, never twice', async () => {
  const store = createMemorySessions();
  const ids = new Set<string>();
  // Each bit is set in about half of the ids; ids of a counter or a clock would fail this.
  const ones = Array.from({ length: 256 }, () => 0);
  for (let made = 0; made < 10_000; made += 1) {
    const id = await store.create(passwordPerson);
    // Ended at once, because the store looks through all sessions when it makes a new one.
    await store.end(id);
    ids.add(id);
    const bytes = Buffer.from(id, 'base64url');
    expect(bytes.length).toBe(32);
    for (const bit of ones.keys()) {
      ones[bit] = (ones[bit] ?? 0) + (((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1);
    }
  }
  expect(ids.size).toBe(10_000);
  expect(Math.min(...ones)).toBeGreaterThan(4500);
  expect(Math.max(...ones)).toBeLessThan(5500);
});

test('S7 the store knows ids by their hash only', async () => {
  const store = createMemorySessions();
  const id = await store.create(passwordPerson);
  await store.touch(id);
  const dump = JSON.stringify(store.dump());
  expect(store.dump()).toHaveLength(1);
  expect(dump).not.toContain(id);
  expect(dump).not.toContain(Buffer.from(id, 'base64url').toString('hex'));
  const [[key] = ['']] = store.dump();
  expect(await store.touch(key)).toBeNull();
});

test('S9 a session that is not used ends, one that is used does not', async () => {
  let now = 0;
  const store = createMemorySessions(() => now);
  const [used, left] = [await store.create(passwordPerson), await store.create(passwordPerson)];
  now = idleMs - 1;
  expect(await store.touch(used)).toEqual(passwordPerson);
  now = idleMs;
  expect(await store.touch(left)).toBeNull();
  expect(await store.touch(used)).toEqual(passwordPerson);
  expect(store.dump()).toHaveLength(1);
});

test('S9 no use keeps a session beyond a day', async () => {
  let now = 0;
  const store = createMemorySessions(() => now);
  const id = await store.create(passwordPerson);
  for (; now < absoluteMs; now += 10 * minute)
    expect(await store.touch(id)).toEqual(passwordPerson);
  expect(await store.touch(id)).toBeNull();
});

test('S9 a session lasts as long when the server has been up for days', async () => {
  let now = 10 * absoluteMs;
  const store = createMemorySessions(() => now);
  const id = await store.create(passwordPerson);
  const end = now + absoluteMs;
  for (; now < end; now += 10 * minute) expect(await store.touch(id)).toEqual(passwordPerson);
  expect(await store.touch(id)).toBeNull();
});

test('S9 a session that ended stays ended', async () => {
  const store = createMemorySessions();
  const id = await store.create(passwordPerson);
  await store.end(id);
  expect(await store.touch(id)).toBeNull();
});

test('S34 the store is bounded: the oldest session makes room', async () => {
  const store = createMemorySessions();
  const first = await store.create(passwordPerson);
  for (let made = 0; made < mostSessions + 500; made += 1) await store.create(passwordPerson);
  expect(store.dump()).toHaveLength(mostSessions);
  expect(await store.touch(first)).toBeNull();
});

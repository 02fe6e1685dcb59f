import { expect, test } from 'vitest';
import { passwordPerson } from '../people/person.ts';
import { createMemorySessions } from './memory-sessions.ts';
import { absoluteMs, idleMs, mostSessions } from './sessions.ts';

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

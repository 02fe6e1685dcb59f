import { expect, test } from 'vitest';
import { absoluteMs, createMemorySessionStore, idleMs } from './session-store.ts';

const minute = 60_000;

test('S7 ids are 256 random bits, never twice', async () => {
  const store = createMemorySessionStore();
  const ids = new Set<string>();
  // Each bit is set in about half of the ids; ids of a counter or a clock would fail this.
  const ones = Array.from({ length: 256 }, () => 0);
  for (let made = 0; made < 10_000; made += 1) {
    const id = await store.create();
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
  const store = createMemorySessionStore();
  const id = await store.create();
  await store.touch(id);
  const dump = JSON.stringify(store.dump());
  expect(store.dump()).toHaveLength(1);
  expect(dump).not.toContain(id);
  expect(dump).not.toContain(Buffer.from(id, 'base64url').toString('hex'));
  const [[key] = ['']] = store.dump();
  expect(await store.touch(key)).toBe(false);
});

test('S9 a session that is not used ends, one that is used does not', async () => {
  let now = 0;
  const store = createMemorySessionStore(() => now);
  const [used, left] = [await store.create(), await store.create()];
  now = idleMs - 1;
  expect(await store.touch(used)).toBe(true);
  now = idleMs;
  expect(await store.touch(left)).toBe(false);
  expect(await store.touch(used)).toBe(true);
  expect(store.dump()).toHaveLength(1);
});

test('S9 no use keeps a session beyond a day', async () => {
  let now = 0;
  const store = createMemorySessionStore(() => now);
  const id = await store.create();
  for (; now < absoluteMs; now += 10 * minute) expect(await store.touch(id)).toBe(true);
  expect(await store.touch(id)).toBe(false);
});

test('S9 a session lasts as long when the server has been up for days', async () => {
  let now = 10 * absoluteMs;
  const store = createMemorySessionStore(() => now);
  const id = await store.create();
  const end = now + absoluteMs;
  for (; now < end; now += 10 * minute) expect(await store.touch(id)).toBe(true);
  expect(await store.touch(id)).toBe(false);
});

test('S9 a session that ended stays ended', async () => {
  const store = createMemorySessionStore();
  const id = await store.create();
  await store.end(id);
  expect(await store.touch(id)).toBe(false);
});

test('S34 the store is bounded: the oldest session makes room', async () => {
  const store = createMemorySessionStore();
  const first = await store.create();
  for (let made = 0; made < 1500; made += 1) await store.create();
  expect(store.dump()).toHaveLength(1000);
  expect(await store.touch(first)).toBe(false);
});

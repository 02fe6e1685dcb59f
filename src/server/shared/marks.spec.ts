import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMemoryMarks, createStoreMarks, type Marks } from './marks.ts';
import { hasRedis } from './test-redis.ts';
import { startTestStore } from './test-shared.ts';

const minute = 60_000;

/** What every store of marks must do; `other` is the same store as another replica sees it. */
function conforms(open: () => Promise<{ marks: Marks; other: Marks }>) {
  let marks: Marks;
  let other: Marks;
  beforeAll(async () => {
    ({ marks, other } = await open());
  });

  test('a thing is used once, whichever replica comes first', async () => {
    expect(await marks.isUsed('one')).toBe(false);
    expect(await marks.use('one', minute)).toBe(true);
    expect(await other.use('one', minute)).toBe(false);
    expect(await marks.use('one', minute)).toBe(false);
    expect(await other.isUsed('one')).toBe(true);
    expect(await other.isUsed('another')).toBe(false);
  });

  test('of many at once, one is the first', async () => {
    const uses = Array.from({ length: 20 }, (_, at) =>
      (at % 2 ? marks : other).use('race', minute),
    );
    expect((await Promise.all(uses)).filter(Boolean)).toHaveLength(1);
  });

  test('a mark ends after its time', async () => {
    await marks.use('short', 20);
    await expect.poll(() => other.isUsed('short')).toBe(false);
    expect(await other.use('short', minute)).toBe(true);
  });
}

describe('marks in memory', () => {
  conforms(async () => {
    const marks = createMemoryMarks();
    return { marks, other: marks };
  });
});

describe.skipIf(!(await hasRedis()))('marks in the store', () => {
  const stops: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const stop of stops) await stop();
  });

  conforms(async () => {
    const sharedStore = await startTestStore();
    stops.push(sharedStore.stop);
    const marks = createStoreMarks(await sharedStore.connect());
    const other = createStoreMarks(await sharedStore.connect());
    return { marks, other };
  });
});

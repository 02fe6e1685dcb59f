import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFolderLeases } from '../history/runs/folder-leases.ts';
import { keyOf } from './keys.ts';
import { createMemoryLeases, createStoreLeases, type Leases } from './leases.ts';
import { hasRedis } from './test-redis.ts';
import { startTestStore, storeKindNames } from './test-shared.ts';

interface Subject {
  leases: Leases;
  /** The same leases as another replica sees them. */
  other: Leases;
  /** Lets a lease run out. */
  runOut(name: string): Promise<void>;
}

const minute = 60_000;

/** What all leases must do. */
function conforms(open: () => Promise<Subject>) {
  let subject: Subject;
  beforeAll(async () => {
    subject = await open();
  });

  test('one holds a name, and another name is free', async () => {
    const { leases, other } = subject;
    expect(await leases.take('one', minute)).not.toBeNull();
    expect(await other.take('one', minute)).toBeNull();
    expect(await leases.take('one', minute)).toBeNull();
    expect(await other.take('another', minute)).not.toBeNull();
  });

  test('a name is held while its lease lasts', async () => {
    const { leases, other } = subject;
    expect(await other.isHeld('held')).toBe(false);
    const lease = (await leases.take('held', minute))!;
    expect(await other.isHeld('held')).toBe(true);
    await lease.release();
    expect(await other.isHeld('held')).toBe(false);
  });

  test('a lease given back is free at once, with a larger fence', async () => {
    const first = (await subject.leases.take('back', minute))!;
    await first.release();
    const second = (await subject.other.take('back', minute))!;
    expect(second.fence).toBeGreaterThan(first.fence);
  });

  test('a holder that slept past its time neither renews nor ends the lease of the next', async () => {
    const asleep = (await subject.leases.take('asleep', minute))!;
    expect(await asleep.renew(minute)).toBe(true);
    await subject.runOut('asleep');
    expect(await asleep.renew(minute)).toBe(false);
    const next = (await subject.other.take('asleep', minute))!;
    expect(next.fence).toBeGreaterThan(asleep.fence);
    expect(await asleep.renew(minute)).toBe(false);
    await asleep.release();
    expect(await subject.leases.take('asleep', minute)).toBeNull();
    expect(await next.renew(minute)).toBe(true);
  });

  test('of many that ask at once one gets the lease', async () => {
    const asked = Array.from({ length: 20 }, (_, at) =>
      (at % 2 === 0 ? subject.leases : subject.other).take('many', minute),
    );
    expect((await Promise.all(asked)).filter((lease) => lease !== null)).toHaveLength(1);
  });
}

describe('leases in memory', () => {
  conforms(async () => {
    let now = 0;
    const leases = createMemoryLeases(() => now);
    return {
      leases,
      other: leases,
      async runOut() {
        now += minute;
      },
    };
  });
});

describe('leases in a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rented-numbers-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  conforms(async () => {
    let now = 0;
    const [leases, other] = [1, 2].map(() => createFolderLeases(folder, () => now));
    return {
      leases: leases!,
      other: other!,
      async runOut(name) {
        // A process counts the time of a lease from its first look at it.
        await other!.isHeld(name);
        now += minute;
      },
    };
  });
});

describe.skipIf(!(await hasRedis()))('leases in the store', () => {
  const stops: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const stop of stops) await stop();
  });

  describe.each(storeKindNames)('with %s', (kind) => {
    conforms(async () => {
      const { connect, stop } = await startTestStore(kind);
      stops.push(stop);
      const sharedStore = await connect();
      return {
        leases: createStoreLeases(sharedStore),
        other: createStoreLeases(await connect()),
        async runOut(name) {
          await sharedStore.ask((redis) => redis.del(keyOf('lease', name)));
        },
      };
    });
  });

  test('a fence also grows where the store lost all', async () => {
    const { connect, stop } = await startTestStore();
    stops.push(stop);
    const sharedStore = await connect();
    const leases = createStoreLeases(sharedStore);
    const before = (await leases.take('lost', minute))!;
    await sharedStore.ask((redis) => redis.flushall());
    const after = (await leases.take('lost', minute))!;
    expect(after.fence).toBeGreaterThan(before.fence);
    expect(await before.renew(minute)).toBe(false);
  });

  test('a lease ends by itself, by the clock of the store', async () => {
    const { connect, stop } = await startTestStore();
    stops.push(stop);
    const leases = createStoreLeases(await connect());
    await leases.take('short', 50);
    await expect.poll(() => leases.take('short', 50)).not.toBeNull();
  });
});

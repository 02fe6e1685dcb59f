import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ProblemError } from '../problem-error.ts';
import { keyOf } from './keys.ts';
import { createStoreThrottle } from './store-throttle.ts';
import { hasRedis } from './test-redis.ts';
import { startTestStore, storeKindNames } from './test-shared.ts';
import {
  createMemoryThrottle,
  forgottenAfterMs,
  manyWrong,
  type Outcome,
  type Throttle,
} from './throttle.ts';

/** Makes one try. @returns the milliseconds to wait; 0 when the try was taken. */
async function tryOnce(throttle: Throttle, client: string, outcome: Outcome): Promise<number> {
  try {
    const end = await throttle.begin(client);
    await end(outcome);
    return 0;
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'throttled') throw error;
    return error.retryAfterMs ?? Number.NaN;
  }
}

interface Subject {
  /** The same throttle as three replicas see it. */
  replicas: readonly [Throttle, Throttle, Throttle];
  /** Lets the wait of a client end. */
  endWait(client: string): Promise<void>;
}

/** What every throttle must do. */
function conforms(open: () => Promise<Subject>) {
  let subject: Subject;
  beforeAll(async () => {
    subject = await open();
  });

  async function makeWrong(client: string, tries: number) {
    for (let made = 0; made < tries; made += 1) {
      expect(await tryOnce(subject.replicas[made % 3]!, client, 'wrong')).toBe(0);
    }
  }

  test('of forty wrong tries through three replicas five are taken', async () => {
    let free = 0;
    /** When the next try may be taken; null before the first refusal. */
    let until: number | null = null;
    for (let tries = 0; tries < 40; tries += 1) {
      const before = performance.now();
      const wait = await tryOnce(subject.replicas[tries % 3]!, 'forty', 'wrong');
      // On a busy machine the tries may take longer than the first wait.
      if (wait > 0) until = before + wait - 2;
      else if (until === null) free += 1;
      else expect(performance.now()).toBeGreaterThan(until);
    }
    expect(free).toBe(5);
  });

  test('each further wrong try doubles the wait, on every replica', async () => {
    await makeWrong('doubling', 5);
    for (const most of [1000, 2000, 4000, 8000, 16_000, 32_000, 64_000]) {
      for (const replica of subject.replicas) {
        const wait = await tryOnce(replica, 'doubling', 'right');
        expect(wait).toBeLessThanOrEqual(most);
        expect(wait).toBeGreaterThan(most / 2);
      }
      await subject.endWait('doubling');
      await makeWrong('doubling', 1);
    }
    for (const _ of [1, 2, 3]) {
      await subject.endWait('doubling');
      await makeWrong('doubling', 1);
    }
    expect(await tryOnce(subject.replicas[0], 'doubling', 'right')).toBeLessThanOrEqual(300_000);
  });

  test('the right password forgets the wrong ones', async () => {
    await makeWrong('forgiven', 4);
    expect(await tryOnce(subject.replicas[0], 'forgiven', 'right')).toBe(0);
    await makeWrong('forgiven', 5);
    expect(await tryOnce(subject.replicas[1], 'forgiven', 'right')).toBeGreaterThan(0);
  });

  test('nobody else waits', async () => {
    await makeWrong('stranger', 5);
    expect(await tryOnce(subject.replicas[0], 'colleague', 'right')).toBe(0);
  });

  test('one try of a client is checked at a time, over all replicas', async () => {
    const end = await subject.replicas[0].begin('busy');
    expect(await tryOnce(subject.replicas[1], 'busy', 'right')).toBe(1000);
    await end('wrong');
    expect(await tryOnce(subject.replicas[1], 'busy', 'right')).toBe(0);
  });

  test('a try that was not checked counts for nothing', async () => {
    for (let tries = 0; tries < 10; tries += 1) {
      expect(await tryOnce(subject.replicas[tries % 3]!, 'unchecked', 'unchecked')).toBe(0);
    }
    await makeWrong('unchecked', 4);
    for (const replica of subject.replicas) {
      expect(await tryOnce(replica, 'unchecked', 'unchecked')).toBe(0);
    }
    await makeWrong('unchecked', 1);
    const wait = await tryOnce(subject.replicas[0], 'unchecked', 'right');
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(1000);
  });

  test('while many clients guess, each has one free try, and the right one is still taken', async () => {
    for (let other = 0; other < manyWrong; other += 1) {
      await tryOnce(subject.replicas[other % 3]!, `guesser ${other}`, 'wrong');
    }
    await makeWrong('one of many', 1);
    expect(await tryOnce(subject.replicas[1], 'one of many', 'right')).toBeGreaterThan(0);
    expect(await tryOnce(subject.replicas[2], 'colleague of many', 'right')).toBe(0);
  });
}

describe('wrong passwords in memory', () => {
  conforms(async () => {
    let now = 0;
    const throttle = createMemoryThrottle(() => now);
    return {
      replicas: [throttle, throttle, throttle],
      async endWait() {
        now += 5 * 60_000;
      },
    };
  });
});

describe.skipIf(!(await hasRedis()))('wrong passwords in the store', () => {
  const stops: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const stop of stops) await stop();
  });

  describe.each(storeKindNames)('with %s', (kind) => {
    conforms(async () => {
      const test = await startTestStore(kind);
      stops.push(test.stop);
      const sharedStore = await test.connect();
      const others = [await test.connect(), await test.connect()] as const;
      // Without what each replica knows of its own, as another replica would be asked.
      const fresh = (of: typeof sharedStore): Throttle => ({
        begin: (client) => createStoreThrottle(of).begin(client),
      });
      return {
        replicas: [fresh(sharedStore), fresh(others[0]), fresh(others[1])],
        async endWait(client) {
          await sharedStore.ask((redis) =>
            redis.hset(keyOf('wrong-passwords', client), 'until', 0),
          );
        },
      };
    });
  });

  test('everything is forgotten after an hour', async () => {
    const { connect, stop } = await startTestStore();
    stops.push(stop);
    const sharedStore = await connect();
    await tryOnce(createStoreThrottle(sharedStore), 'client', 'wrong');
    const keys = await sharedStore.ask((redis) => redis.keys('*'));
    expect(keys).toHaveLength(2);
    for (const key of keys) {
      const left = await sharedStore.ask((redis) => redis.pttl(key));
      expect(left).toBeGreaterThan(forgottenAfterMs - 60_000);
      expect(left).toBeLessThanOrEqual(forgottenAfterMs);
    }
  });

  test('without the store a known pause goes on, and no try is free', async () => {
    const { redis, connect, stop } = await startTestStore();
    stops.push(stop);
    const throttle = createStoreThrottle(await connect());
    for (let tries = 0; tries < 5; tries += 1) await tryOnce(throttle, 'guesser', 'wrong');
    await redis.kill();
    expect(await tryOnce(throttle, 'guesser', 'right')).toBeGreaterThan(0);
    await expect(tryOnce(throttle, 'colleague', 'right')).rejects.toMatchObject({
      code: 'store_unavailable',
    });
  });

  test('a try whose end is not told counts as a wrong one', async () => {
    const { connect, stop } = await startTestStore();
    stops.push(stop);
    const sharedStore = await connect();
    const throttle = createStoreThrottle(sharedStore);
    for (let tries = 0; tries < 5; tries += 1) {
      await throttle.begin('dying');
      await sharedStore.ask((redis) => redis.hset(keyOf('wrong-passwords', 'dying'), 'busy', 0));
    }
    expect(await tryOnce(throttle, 'dying', 'right')).toBeGreaterThan(0);
  });
});

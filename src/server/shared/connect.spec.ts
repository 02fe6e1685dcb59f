import { pino } from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { createMetrics } from '../metrics.ts';
import { passwordPerson } from '../people/person.ts';
import { connectShared } from './connect.ts';
import { readStoreAddress } from './store-address.ts';
import { hasRedis, startTestRedis, type TestRedis } from './test-redis.ts';

const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function start(more?: readonly string[]): Promise<TestRedis> {
  const redis = await startTestRedis(more);
  stops.push(redis.stop);
  return redis;
}

async function connect(redis: TestRedis, failed?: () => void) {
  const problems: string[] = [];
  const shared = await connectShared(readStoreAddress(redis.url)!, {
    logger: pino({ level: 'silent' }),
    graceMs: 0,
    refuse: (problem) => void problems.push(problem),
    ...(failed && { failed }),
  });
  stops.push(shared.close);
  return { shared, problems };
}

const forgetful = ['--maxmemory', '50mb', '--maxmemory-policy', 'allkeys-lru'];
const remedy = [expect.stringMatching(/maxmemory-policy allkeys-lru, .* set volatile-ttl/)];

describe.skipIf(!(await hasRedis()))('what several servers share', () => {
  test('a store that forgets sessions is refused with the remedy', async () => {
    expect((await connect(await start(forgetful))).problems).toEqual(remedy);
    const thrifty = ['--maxmemory', '50mb', '--maxmemory-policy', 'volatile-ttl'];
    expect((await connect(await start(thrifty))).problems).toEqual([]);
  });

  test('a store that forgets sessions is also refused when it is first met later', async () => {
    const redis = await start(forgetful);
    await redis.kill();
    const { shared, problems } = await connect(redis);
    expect([shared.isReady(), problems]).toEqual([false, []]);
    await redis.restart();
    await expect.poll(() => problems).toEqual(remedy);
  });

  test('a store that comes back and forgets sessions now is refused', async () => {
    const redis = await start();
    const { shared, problems } = await connect(redis);
    await redis.kill();
    await expect.poll(() => shared.health().is_up).toBe(false);
    await redis.restart(forgetful);
    await expect.poll(() => problems).toEqual(remedy);
  });

  test('a part of a cluster is refused', async () => {
    const { problems } = await connect(await start(['--cluster-enabled', 'yes']));
    expect(problems).toEqual([expect.stringContaining('part of a cluster')]);
  });

  test('requests are taken from the first connection on, and also while the store is away', async () => {
    const redis = await start();
    await redis.kill();
    const { shared } = await connect(redis);
    expect([shared.isReady(), shared.health()]).toEqual([false, { kind: 'engine', is_up: false }]);
    await redis.restart();
    await expect.poll(shared.isReady).toBe(true);
    expect(shared.health()).toEqual({ kind: 'engine', is_up: true });
    await redis.kill();
    await expect.poll(() => shared.health().is_up).toBe(false);
    expect(shared.isReady()).toBe(true);
  });

  test('the metrics say whether the store is up, and count what it did not do', async () => {
    const redis = await start();
    const metrics = createMetrics();
    let isUp = () => false;
    const { shared } = await connect(
      redis,
      metrics.watchStore(() => isUp()),
    );
    isUp = () => shared.health().is_up;
    const read = async () =>
      (await metrics.read()).split('\n').filter((line) => line.startsWith('store_'));
    expect(await read()).toEqual(['store_up 1', 'store_failures_total 0']);
    await redis.kill();
    await expect(shared.sessions.create(passwordPerson)).rejects.toThrow();
    await expect.poll(read).toEqual(['store_up 0', 'store_failures_total 1']);
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort, startTestRedis, type TestRedis } from './test-redis.ts';

export interface TestSentinels {
  /** An address for `SHARED_URL`. */
  url: string;
  master: TestRedis;
  replica: TestRedis;
  /** Resolves when the replica has all that the master had at the call. */
  synced(): Promise<void>;
  stop(): Promise<void>;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo().catch(() => false))) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function askPort<T>(port: number, work: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(port, '127.0.0.1', { retryStrategy: () => 20 });
  redis.on('error', () => {});
  try {
    return await work(redis);
  } finally {
    redis.disconnect();
  }
}

async function startSentinel(master: number) {
  const folder = mkdtempSync(join(tmpdir(), 'rented-numbers-sentinel-'));
  const port = await freePort();
  const file = join(folder, 'sentinel.conf');
  const lines = [
    `port ${port}`,
    'bind 127.0.0.1',
    `dir ${folder}`,
    `sentinel monitor main 127.0.0.1 ${master} 2`,
    'sentinel down-after-milliseconds main 1000',
    'sentinel failover-timeout main 4000',
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
  const child = spawn('redis-server', [file, '--sentinel'], { stdio: 'ignore' });
  return {
    port,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** For tests: a master with a replica, and two Sentinels that watch them. */
export async function startTestSentinels(): Promise<TestSentinels> {
  // A replica that copies at once, and not five seconds later.
  const master = await startTestRedis(['--repl-diskless-sync-delay', '0']);
  const replica = await startTestRedis(['--replicaof', `127.0.0.1 ${master.port}`]);
  const sentinels = [await startSentinel(master.port), await startSentinel(master.port)];
  const one = (kind: string) => (redis: Redis) =>
    redis
      .call('SENTINEL', kind, 'main')
      .then((found) => Array.isArray(found) && found.length === 1);
  for (const { port } of sentinels) {
    await until(() => askPort(port, one('sentinels')));
    await until(() => askPort(port, one('replicas')));
  }
  const synced = () =>
    askPort(master.port, (redis) => until(async () => (await redis.wait(1, 1000)) === 1));
  await synced();
  const list = sentinels.map(({ port }) => `127.0.0.1:${port}`).join(',');
  return {
    url: `redis+sentinel://${list}/main`,
    master,
    replica,
    synced,
    async stop() {
      for (const { stop } of [...sentinels, replica, master]) await stop();
    },
  };
}

import { Redis } from 'ioredis';
import { keyOf } from '../../src/server/shared/keys.ts';
import { startTestRedis, type TestRedis } from '../../src/server/shared/test-redis.ts';
import { refuseWith } from '../faults/answer-faults.ts';
import {
  type Answered,
  type Dashboard,
  expect,
  unhurried,
  test as withDashboard,
} from '../faults/dashboard.ts';
import { type Answer, answerWell, type Exchange } from '../faults/raw-upstream.ts';
import { openWalk, readWalk } from '../faults/walk.ts';
import { requireProgram } from '../programs.ts';
import type { Environment, Server } from '../server.ts';

/** One for each server: no two walks are the same. */
const selections = [{}, { type: 'local' }, { type: 'mobile' }] as const;
/** The default of `UPSTREAM_CONCURRENCY`. */
const concurrency = 4;

interface Replicas {
  redis: TestRedis;
  upstream: Dashboard['upstream'];
  servers: [Server, Server, Server];
}

const test = withDashboard.extend<{
  /** Three servers without a proxy that share a store and an upstream. */
  startReplicas: (env?: Environment, size?: number) => Promise<Replicas>;
}>({
  startReplicas: async ({ startDashboard }, use) => {
    const stops: (() => Promise<void>)[] = [];
    await use(async (env = {}, size = 120) => {
      requireProgram('Redis');
      const redis = await startTestRedis();
      stops.push(redis.stop);
      const first = await startDashboard({ SHARED_URL: redis.url, ...env }, size);
      const [second, third] = await Promise.all([first.startAgain(), first.startAgain()]);
      return {
        redis,
        upstream: first.upstream,
        servers: [first.server, second.server, third.server],
      };
    });
    for (const stop of stops) await stop();
  },
});

async function ask(
  { url }: Server,
  search: Record<string, string> = {},
  headers = {},
): Promise<Pick<Answered, 'status' | 'body'>> {
  const response = await fetch(`${url}/api/numbers?${new URLSearchParams(search)}`, {
    headers: { 'x-requested-by': 'spec', ...headers },
  });
  return { status: response.status, body: (await response.json()) as Answered['body'] };
}

/** Answers after some milliseconds, and counts the requests that wait at once. */
function slowly(upstream: Replicas['upstream'], ms: number) {
  const seen = { most: 0 };
  const answer: Answer = (exchange) => {
    seen.most = Math.max(seen.most, upstream.owed());
    setTimeout(() => answerWell(exchange), ms);
  };
  upstream.set(answer);
  return seen;
}

/** Lets requests wait until the test answers them. */
function hold(upstream: Replicas['upstream']) {
  const held: Exchange[] = [];
  upstream.set((exchange) => void held.push(exchange));
  return held;
}

/** Resolves when each of the three servers has said that it is there after all three were there. */
async function everyReplicaKnowsAll({ port }: TestRedis) {
  const sharedStore = new Redis(port, '127.0.0.1');
  /** When each server said so last, by its end. */
  const ends = async () => {
    const listed = await sharedStore.zrange(keyOf('replicas'), 0, '-1', 'WITHSCORES');
    return listed.filter((_, at) => at % 2 === 1).map(Number);
  };
  await expect.poll(async () => (await ends()).length).toBe(3);
  const latest = Math.max(...(await ends()));
  await expect.poll(async () => Math.min(...(await ends()))).toBeGreaterThan(latest);
  sharedStore.disconnect();
}

test('three people who load all on three replicas have no more requests in flight than one', async ({
  startReplicas,
}) => {
  const { upstream, servers } = await startReplicas({}, 600);
  const seen = slowly(upstream, 10);
  const walks = servers.map(async (server, at) => {
    const { end, sids } = await readWalk(await openWalk({ server }, selections[at]));
    expect(end?.event).toBe('done');
    return new Set(sids).size;
  });
  const [all, local, mobile] = await Promise.all(walks);
  expect(all).toBe(600);
  expect(local! + mobile!).toBe(600);
  expect(seen.most).toBe(concurrency);
});

test('a person goes before the walks of all replicas', async ({ startReplicas }) => {
  const { redis, upstream, servers } = await startReplicas(
    { ...unhurried, UPSTREAM_CONCURRENCY: '1' },
    600,
  );
  // A server that has just started may be too busy to renew its lease in time.
  for (const server of servers) await readWalk(await openWalk({ server }, { voice: 'true' }));
  const held = hold(upstream);
  const walks = await Promise.all(
    servers.map((server, at) => openWalk({ server }, selections[at])),
  );
  await expect.poll(() => held.length).toBe(1);
  const person = ask(servers[2], { number: '447946' });
  const sharedStore = new Redis(redis.port, '127.0.0.1');
  const [key] = await sharedStore.keys(keyOf('gate-replicas', '*'));
  const peopleWaiting = async () =>
    Object.values(await sharedStore.hgetall(key!)).reduce(
      (sum, text) => sum + JSON.parse(text).waits[0],
      0,
    );
  await expect.poll(peopleWaiting).toBe(1);
  sharedStore.disconnect();
  answerWell(held[0]!);
  await expect.poll(() => held.length).toBe(2);
  expect(held[1]!.query.get('number')).toBe('447946');
  upstream.set(answerWell);
  answerWell(held[1]!);
  expect((await person).status).toBe(200);
  for (const walk of walks) expect((await readWalk(walk)).end?.event).toBe('done');
});

test('one 429 holds every replica until its time', async ({ startReplicas }) => {
  const { upstream, servers } = await startReplicas();
  upstream.set(refuseWith(429, [['Retry-After', '2']]), { times: 1, of: 'all' });
  const first = ask(servers[0]);
  await expect.poll(() => upstream.exchanges.length).toBe(1);
  const walk = openWalk({ server: servers[1] });
  const others = servers.map((server, at) => ask(server, { number: `4400${at}` }));
  for (const { status } of await Promise.all([first, ...others])) expect(status).toBe(200);
  expect((await readWalk(await walk)).end?.event).toBe('done');
  const [refused, ...later] = upstream.exchanges.map(({ at }) => at);
  expect(Math.min(...later) - refused!).toBeGreaterThanOrEqual(2000);
});

test('a wait beyond the deadline is answered by every replica without a request', async ({
  startReplicas,
}) => {
  const { upstream, servers } = await startReplicas();
  upstream.set(refuseWith(429, [['Retry-After', '600']]), { times: 1, of: 'all' });
  const answers = [];
  for (const server of servers)
    answers.push(await ask(server, {}, { 'cache-control': 'no-cache' }));
  expect(answers.map(({ body }) => body.code)).toEqual(Array(3).fill('upstream_rate_limited'));
  expect(upstream.exchanges).toHaveLength(1);
});

test('a replica that is killed gives its slots back', async ({ startReplicas }) => {
  const { upstream, servers } = await startReplicas(unhurried);
  const held = hold(upstream);
  const lost = ['44001', '44002', '44003', '44004'].map((number) =>
    ask(servers[0], { number }).catch(() => null),
  );
  await expect.poll(() => held.length).toBe(concurrency);
  const next = ask(servers[1]);
  upstream.set(answerWell);
  servers[0].process.kill('SIGKILL');
  await Promise.all(lost);
  expect((await next).status).toBe(200);
});

test('a page that one replica read is there for all', async ({ startReplicas }) => {
  const { upstream, servers } = await startReplicas();
  const pages = [];
  for (const server of servers) pages.push((await ask(server)).body);
  expect(pages[1]).toEqual(pages[0]);
  expect(pages[2]).toEqual(pages[0]);
  expect(upstream.exchanges).toHaveLength(1);
  // The cursor of one replica is followed by another.
  const { body } = await ask(servers[1], { cursor: pages[0]!.next! });
  expect(body.numbers).toHaveLength(20);
});

for (const [what, lose] of [
  ['is killed', (redis: TestRedis) => redis.kill()],
  ['hangs', async (redis: TestRedis) => redis.freeze()],
] as const) {
  test(`pages are read while the store ${what}, and shared again when it is back`, async ({
    startReplicas,
  }) => {
    const { redis, upstream, servers } = await startReplicas();
    for (const server of servers) await readWalk(await openWalk({ server }, { voice: 'true' }));
    await everyReplicaKnowsAll(redis);
    await lose(redis);
    // Each replica notices the loss.
    for (const server of servers) expect((await ask(server, { number: '44001' })).status).toBe(200);
    const seen = slowly(upstream, 20);
    const numbers = Array.from({ length: 30 }, (_, at) => `4400${at}`);
    const answers = await Promise.all(
      numbers.map((number, at) => ask(servers[at % 3]!, { number })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(30).fill(200));
    // A part of four for three replicas is one.
    expect(seen.most).toBe(3);
    if (what === 'hangs') redis.thaw();
    else await redis.restart();
    await expect
      .poll(async () => {
        const walks = servers.map(async (server, at) =>
          readWalk(await openWalk({ server }, selections[at])),
        );
        for (const { end } of await Promise.all(walks)) expect(end?.event).toBe('done');
        return seen.most;
      })
      .toBe(concurrency);
  });
}

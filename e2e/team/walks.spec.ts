import { once } from 'node:events';
import { startTestRedis, type TestRedis } from '../../src/server/shared/test-redis.ts';
import { refuseWith } from '../faults/answer-faults.ts';
import { type Dashboard, expect, unhurried, test as withDashboard } from '../faults/dashboard.ts';
import { answerWell, type Exchange } from '../faults/raw-upstream.ts';
import { requireProgram } from '../programs.ts';
import type { Server } from '../server.ts';
import { follow, type Reading, startReading } from './reading.ts';

/** The default of `UPSTREAM_CONCURRENCY`, and the pages of a walk that may be read twice. */
const chains = 4;
const size = 400;
/** Four lists by voice and messaging, of which two are empty. */
const requestsOfOne = 2 * (size / 2 / 20) + 2;

interface Replicas {
  redis: TestRedis;
  upstream: Dashboard['upstream'];
  servers: [Server, Server, Server];
  allSids: string[];
  /** Requests that wait for an answer since `hold`. */
  held: Exchange[];
  /** Holds back answers to all but so many requests from now on. */
  hold(after?: number): void;
  /** Answers what is held back, and one more request. */
  answerSome(): void;
  /** Answers what is held back, and from now on at once. */
  go(): void;
  /** Starts one more server. */
  startAgain(): Promise<Server>;
}

const test = withDashboard.extend<{
  /** Three servers that share a store and an upstream. */
  startReplicas: () => Promise<Replicas>;
}>({
  startReplicas: async ({ startDashboard }, use) => {
    const stops: (() => Promise<void>)[] = [];
    await use(async () => {
      requireProgram('Redis');
      const redis = await startTestRedis();
      stops.push(redis.stop);
      const first = await startDashboard({ SHARED_URL: redis.url, ...unhurried }, size);
      const [second, third] = await Promise.all([first.startAgain(), first.startAgain()]);
      const { upstream } = first;
      const held: Exchange[] = [];
      const answerHeld = () => {
        for (const exchange of held.splice(0)) answerWell(exchange);
      };
      function hold(after = 0) {
        let left = after;
        upstream.set((exchange) => {
          if (left > 0) answerWell(exchange);
          else held.push(exchange);
          left -= 1;
        });
      }
      return {
        redis,
        upstream,
        servers: [first.server, second.server, third.server],
        allSids: [...upstream.account.sids()].toSorted(),
        held,
        hold,
        answerSome() {
          hold(1);
          answerHeld();
        },
        startAgain: async () => (await first.startAgain()).server,
        go() {
          upstream.set(answerWell);
          answerHeld();
        },
      };
    });
    for (const stop of stops) await stop();
  },
});

/** Waits until readers have so many rows. */
const expectRows = async (count: number, ...readings: Reading[]) => {
  for (const { sids } of readings) await expect.poll(() => sids().length).toBe(count);
};

/** Expects a reader to have been given every row once, and the proof. */
function expectWhole(reading: Reading, allSids: readonly string[]) {
  expect(reading.end()).toMatchObject({ event: 'done', total: allSids.length });
  expect(reading.sids().toSorted()).toEqual(allSids);
}

/** Three readers at three servers, in the middle of the walk that the first server owns. */
async function startMidway(all: Replicas): Promise<[Reading, Reading, Reading]> {
  all.hold(12);
  const [first, second, third] = all.servers;
  const own = startReading(first.url);
  await expectRows(200, own);
  const readings: [Reading, Reading, Reading] = [
    own,
    startReading(second.url),
    startReading(third.url),
  ];
  await expectRows(200, ...readings);
  return readings;
}

const note = (readings: readonly Reading[]) => {
  const ms = Math.round(Math.max(...readings.map(({ longestGapMs }) => longestGapMs())));
  test.info().annotations.push({ type: 'longest time without rows', description: `${ms} ms` });
};

test('three people who load all at three servers cost one walk', async ({ startReplicas }) => {
  const all = await startReplicas();
  const readings = all.servers.map(({ url }) => startReading(url));
  for (const reading of readings) {
    await reading.ended;
    expectWhole(reading, all.allSids);
  }
  expect(all.upstream.exchanges).toHaveLength(requestsOfOne);
});

test('two lists at once are two walks, and who comes late gets all rows', async ({
  startReplicas,
}) => {
  const all = await startReplicas();
  const [first, second, third] = all.servers;
  all.hold(24);
  const whole = startReading(first.url);
  const voice = startReading(second.url, { voice: 'true' });
  await expect.poll(() => all.held.length).toBeGreaterThan(0);
  const late = [startReading(third.url), startReading(third.url, { voice: 'true' })] as const;
  // Both are in the middle of one walk.
  const countOf = ({ sids }: Reading) => sids().length;
  await expect.poll(() => countOf(whole) > 0 && countOf(late[0]) === countOf(whole)).toBe(true);
  all.go();
  await Promise.all([whole.ended, voice.ended, late[0].ended, late[1].ended]);
  expectWhole(whole, all.allSids);
  expectWhole(late[0], all.allSids);
  const half = [...voice.sids()].toSorted();
  expect(half).toHaveLength(size / 2);
  expectWhole(late[1], half);
  expect(all.upstream.exchanges).toHaveLength(requestsOfOne + size / 2 / 20 + 1);
});

test('the owner is killed: the others get the rest from where it was, each row once', async ({
  startReplicas,
}) => {
  const all = await startReplicas();
  const [, ...followers] = await startMidway(all);
  all.servers[0].process.kill('SIGKILL');
  all.go();
  for (const follower of followers) {
    await follower.ended;
    expectWhole(follower, all.allSids);
  }
  expect(all.upstream.exchanges.length).toBeLessThanOrEqual(requestsOfOne + chains);
  note(followers);
});

test('the owner freezes and wakes up: its writes are refused, and its own reader follows too', async ({
  startReplicas,
}) => {
  const all = await startReplicas();
  const [own, ...followers] = await startMidway(all);
  all.servers[0].process.kill('SIGSTOP');
  all.go();
  for (const follower of followers) {
    await follower.ended;
    expectWhole(follower, all.allSids);
  }
  note(followers);
  expect(own.end()).toBeUndefined();
  all.servers[0].process.kill('SIGCONT');
  await own.ended;
  expectWhole(own, all.allSids);
  // Requests that the owner had under way when it froze are lost.
  expect(all.upstream.exchanges.length).toBeLessThanOrEqual(requestsOfOne + 2 * chains);
});

test('the connection of a reader breaks: another server goes on behind its last event', async ({
  startReplicas,
}) => {
  const all = await startReplicas();
  const [own, follower] = await startMidway(all);
  const rest: Reading[] = [];
  for (const cut of [own, follower]) {
    cut.cut();
    await cut.ended;
    rest.push(startReading(all.servers[2].url, { after: cut.lastId() ?? '' }));
  }
  all.go();
  for (const [at, cut] of [own, follower].entries()) {
    await rest[at]!.ended;
    expect([...cut.sids(), ...rest[at]!.sids()].toSorted()).toEqual(all.allSids);
    expect(rest[at]!.end()).toMatchObject({ event: 'done', total: size });
  }
  expect(all.upstream.exchanges.length).toBeLessThanOrEqual(requestsOfOne + chains);
});

test('the owner is told to stop: its reader goes on elsewhere, and so does the walk', async ({
  startReplicas,
}) => {
  const all = await startReplicas();
  const [own, ...followers] = await startMidway(all);
  all.servers[0].process.kill('SIGTERM');
  await own.ended;
  expect(own.end()).toMatchObject({ event: 'failed', problem: { code: 'busy', retryable: true } });
  const rest = startReading(all.servers[1].url, { after: own.lastId() ?? '' });
  all.go();
  for (const follower of followers) {
    await follower.ended;
    expectWhole(follower, all.allSids);
  }
  await rest.ended;
  expect([...own.sids(), ...rest.sids()].toSorted()).toEqual(all.allSids);
  expect(all.upstream.exchanges.length).toBeLessThanOrEqual(requestsOfOne + chains);
});

test('all servers are restarted one after another: every reader gets the whole list', async ({
  startReplicas,
}) => {
  const all = await startReplicas();
  all.hold(chains);
  const urls = all.servers.map(({ url }) => url);
  const reading = [urls, urls.toReversed(), [...urls.slice(1), ...urls.slice(0, 1)]].map(
    (order) => ({ order, followed: follow(order) }),
  );
  const put = (old: string, url: string) => {
    for (const { order } of reading) order[order.indexOf(old)] = url;
  };
  for (const { process: child, url } of all.servers) {
    const next = await all.startAgain();
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    put(url, next.url);
    await exit;
    all.answerSome();
  }
  all.go();
  for (const { followed } of reading) {
    const { sids, end } = await followed;
    expect(end).toMatchObject({ event: 'done', total: size });
    expect(sids.toSorted()).toEqual(all.allSids);
  }
  const changes = await Promise.all(reading.map(async ({ followed }) => (await followed).changes));
  expect(Math.min(...changes)).toBeGreaterThan(0);
  expect(all.upstream.exchanges.length).toBeLessThanOrEqual(requestsOfOne + 3 * chains);
});

const losses: [name: string, lose: (redis: TestRedis) => unknown][] = [
  ['is killed', (redis) => redis.kill()],
  ['hangs', (redis) => redis.freeze()],
  ['comes back empty', (redis) => redis.restart()],
];
for (const [name, lose] of losses) {
  test(`the store ${name}: the owner goes on for its reader, the others by their checkpoint`, async ({
    startReplicas,
  }) => {
    const all = await startReplicas();
    const [own, ...followers] = await startMidway(all);
    await lose(all.redis);
    for (const follower of followers) {
      await follower.ended;
      expect(follower.end()).toMatchObject({
        event: 'failed',
        problem: { code: 'store_unavailable', retryable: true },
        checkpoint: expect.any(String),
      });
    }
    all.go();
    await own.ended;
    expectWhole(own, all.allSids);
    for (const follower of followers) {
      const end = follower.end();
      const checkpoint = end?.event === 'failed' ? (end.checkpoint ?? '') : '';
      const rest = startReading(all.servers[1].url, { checkpoint });
      await rest.ended;
      expect(rest.end()).toMatchObject({ event: 'done' });
      expect([...new Set([...follower.sids(), ...rest.sids()])].toSorted()).toEqual(all.allSids);
    }
  });
}

test('a failure of Apifonica is told to every reader, and the walk can go on', async ({
  startReplicas,
}) => {
  const all = await startReplicas();
  const readings = await startMidway(all);
  all.upstream.set(refuseWith(401));
  for (const exchange of all.held.splice(0)) refuseWith(401)(exchange);
  for (const reading of readings) {
    await reading.ended;
    expect(reading.end()).toMatchObject({
      event: 'failed',
      problem: { code: 'upstream_auth' },
      loaded: 200,
      checkpoint: expect.any(String),
    });
  }
});

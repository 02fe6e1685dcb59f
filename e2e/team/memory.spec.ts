import { Redis } from 'ioredis';
import { ask } from '../api.ts';
import { holdWalk } from '../held-walk.ts';
import type { Server } from '../server.ts';
import { startLoad } from './load.ts';
import { expect, type Team, test } from './replicas.ts';

const size = 600;
const rounds = 4;
/** How long the store keeps a walk that nobody reads; pages end sooner. */
const keptMs = 120_000;

/** Lets time pass in the store: every key is so much nearer to its end. */
const passScript = `
for _, key in ipairs(redis.call('KEYS', '*')) do
  local left = redis.call('PTTL', key)
  if left >= 0 then redis.call('PEXPIRE', key, left - ARGV[1]) end
end`;

/** The keys and channels of the store, and the memory of all keys. */
async function storeOf(redis: Redis) {
  const keys = await redis.keys('*');
  let bytes = 0;
  for (const key of keys) bytes += Number(await redis.memory('USAGE', key, 'SAMPLES', 0)) || 0;
  const names = [...keys, ...(await redis.pubsub('CHANNELS')).map(String)];
  return { bytes, names: names.toSorted() };
}

async function walksOf({ url }: Server): Promise<number> {
  const text = await (await ask(`${url}/metrics`)).text();
  return Number(/^walks_under_way (.*)$/m.exec(text)?.[1]);
}

/** People sign in and load the list together; some leave another list in the middle; all sign out. */
async function work({ servers, upstream, visitor }: Team): Promise<void> {
  const people = servers.map((_, at) => visitor(at));
  for (const person of people) expect((await person.enter()).status).toBe(200);
  for (const person of people) expect((await person.ask('/api/numbers')).status).toBe(200);
  const walk = holdWalk(upstream);
  walk.holdAt(size / 2);
  const loads = people.map(startLoad);
  for (const person of people) {
    const lines = person.lines('/api/inventory?voice=true')[Symbol.asyncIterator]();
    await lines.next();
    await lines.return?.();
  }
  for (const { sids } of loads) await expect.poll(() => sids.size).toBeGreaterThan(size / 4);
  walk.release();
  for (const { whole } of loads) await whole;
  for (const { sids } of loads) expect(sids.size).toBe(size);
  for (const person of people) {
    expect((await person.ask('/api/session', { method: 'DELETE' })).status).toBe(204);
    await person.close();
  }
}

test('rounds of sessions and walks leave nothing in the store, no server keeps a walk, and every key ends', async ({
  startTeam,
}) => {
  const team = await startTeam({ size });
  const redis = new Redis(team.redis.port, '127.0.0.1');

  /** @returns what the store holds at the end of a round, before that ends by itself. */
  async function round() {
    await work(team);
    const full = await storeOf(redis);
    for (const key of await redis.keys('*')) expect(await redis.pttl(key), key).not.toBe(-1);
    for (const server of team.servers) await expect.poll(() => walksOf(server)).toBe(0);
    await redis.eval(passScript, 0, keptMs);
    return full;
  }
  /** The keys of the store once nothing of a round is left, and servers listen to no walk. */
  async function rest() {
    const isOfRound = expect.stringMatching(/:(walk|page|session:|sessions$)/);
    await expect.poll(async () => (await storeOf(redis)).names).not.toContainEqual(isOfRound);
    return storeOf(redis);
  }

  const full = await round();
  expect(full.names).toContainEqual(expect.stringContaining(':walk:'));
  const base = await rest();
  for (let done = 1; done < rounds; done += 1) await round();
  const end = await rest();
  redis.disconnect();
  // Servers say once a second that they are there.
  const lasting = ({ names }: typeof base) =>
    names.filter((name) => !/:(gate-)?replicas$/.test(name));
  expect(lasting(end)).toEqual(lasting(base));
  expect(end.bytes - base.bytes).toBeLessThan((full.bytes - base.bytes) / 10);
});

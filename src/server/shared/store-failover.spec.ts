import { pino } from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { passwordPerson } from '../people/person.ts';
import { connectStore } from './shared-store.ts';
import { readStoreAddress } from './store-address.ts';
import { createStoreSessions } from './store-sessions.ts';
import { hasRedis } from './test-redis.ts';
import { startTestSentinels, type TestSentinels } from './test-sentinels.ts';

const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const losses: [name: string, lose: (sentinels: TestSentinels) => unknown][] = [
  ['is killed', ({ master }) => master.kill()],
  ['hangs', ({ master }) => master.freeze()],
];

describe.skipIf(!(await hasRedis()))('with two Sentinels', () => {
  test.each(losses)('sessions go on at the replica when the master %s', async (_name, lose) => {
    const sentinels = await startTestSentinels();
    stops.push(sentinels.stop);
    const silent = pino({ level: 'silent' });
    const sharedStore = connectStore(readStoreAddress(sentinels.url)!, silent);
    stops.push(sharedStore.close);
    await sharedStore.firstUp;
    const sessions = createStoreSessions(sharedStore, 0);
    const heard: string[] = [];
    sessions.onEnd((handles) => heard.push(...handles));
    const id = await sessions.create(passwordPerson);
    await sentinels.synced();
    await lose(sentinels);
    await expect(sessions.touch(id)).rejects.toMatchObject({ code: 'store_unavailable' });
    const touch = () => sessions.touch(id).catch(() => 'away');
    await expect.poll(touch, { timeout: 20_000 }).toEqual(passwordPerson);
    // Messages come by the new master, too.
    await expect
      .poll(async () => {
        await sessions.end(await sessions.create(passwordPerson));
        return heard.length;
      })
      .toBeGreaterThan(0);
  });
});

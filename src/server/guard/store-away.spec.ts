import { afterAll, describe, expect, test } from 'vitest';
import { createFullApp, password } from '../security/test-full-app.ts';
import { createPageFolder } from '../security/test-page-folder.ts';
import { createStoreSessions } from '../shared/store-sessions.ts';
import { createStoreThrottle } from '../shared/store-throttle.ts';
import { hasRedis } from '../shared/test-redis.ts';
import { startTestStore } from '../shared/test-shared.ts';

const stops: (() => unknown)[] = [];
afterAll(async () => {
  for (const stop of stops) await stop();
});

/** The app over a real store, with somebody who is signed in and was seen. */
async function appOverStore(graceMs: number) {
  const { redis, connect, stop } = await startTestStore();
  const { clientDir, remove } = createPageFolder();
  stops.push(stop, remove);
  const sharedStore = await connect();
  const sessions = createStoreSessions(sharedStore, graceMs);
  const throttle = createStoreThrottle(sharedStore);
  const full = await createFullApp({ shared: { sessions, throttle }, clientDir });
  expect((await full.ask('/api/session')).status).toBe(200);
  return { full, redis };
}

/** Expects a refusal that signs nobody out. */
async function expectAway(response: Response) {
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ code: 'store_unavailable', retryable: true });
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(response.headers.getSetCookie()).toEqual([]);
  expect(response.headers.get('clear-site-data')).toBeNull();
}

describe.skipIf(!(await hasRedis()))('while the store of sessions is away', () => {
  test('who was seen a short while ago reads on, but changes nothing', async () => {
    const { full, redis } = await appOverStore(60_000);
    await redis.kill();
    expect((await full.ask('/api/session')).status).toBe(200);
    expect((await full.ask('/api/numbers', { method: 'HEAD' })).status).toBe(200);
    const reveal = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ number: '447480600503' }),
    };
    await expectAway(await full.ask('/api/numbers/num-sip/token', reveal));
    await expectAway(await full.ask('/api/session', { method: 'DELETE' }));
    // Signing out was not done, so it was not acknowledged either.
    expect((await full.ask('/api/session')).status).toBe(200);
    expect(full.logText()).not.toContain('signed_out');
  });

  test('nobody is signed in or called signed out', async () => {
    const { full, redis } = await appOverStore(0);
    await redis.kill();
    await expectAway(await full.ask('/api/session'));
    await expectAway(await full.ask('/api/numbers'));
    await expectAway(await full.signIn(password));
    await expectAway(await full.signIn('wrong'));
    await expectAway(await full.signIn(password, undefined, { cookie: full.cookie }));
    expect(full.logText()).not.toMatch(/signed_in|sign_in_/);
    expect(full.asked).toEqual([]);
  });

  test('an unknown cookie is not called ended either', async () => {
    const { full, redis } = await appOverStore(60_000);
    await redis.kill();
    await expectAway(await full.ask('/api/session', { headers: { cookie: 'sid=unknown' } }));
  });

  test('the page still comes', async () => {
    const { full, redis } = await appOverStore(0);
    const page = () => full.ask('/', { headers: { 'sec-fetch-site': 'none' } });
    expect((await page()).headers.get('link')).not.toBeNull();
    await redis.kill();
    const response = await page();
    expect(response.status).toBe(200);
    expect(response.headers.get('link')).toBeNull();
  });

  test('a session outlives a hung store', async () => {
    const { full, redis } = await appOverStore(0);
    redis.freeze();
    await expectAway(await full.ask('/api/session'));
    redis.thaw();
    await expect.poll(async () => (await full.ask('/api/session')).status).toBe(200);
    expect((await full.signIn(password)).status).toBe(200);
  });
});

import { describe, expect, test } from 'vitest';
import { createFullApp, password } from '../security/test-full-app.ts';
import { emptyPage } from '../test-app.ts';

test('S34 an address of 4 KiB is read, a longer one is not', async () => {
  const { ask } = await createFullApp();
  const sized = (length: number) => `/${'a'.repeat(length - 1)}`;
  expect((await ask(sized(4096))).status).toBe(404);
  expect((await ask(sized(4097))).status).toBe(414);
});

test.each([
  [4096, 401],
  [4097, 413],
])('S34 a body of %i bytes is answered with %i', async (bytes, status) => {
  const { ask } = await createFullApp();
  const body = JSON.stringify({ password: 'wrong' }).padEnd(bytes);
  const headers = { 'content-type': 'application/json', cookie: '' };
  expect((await ask('/api/session', { method: 'POST', headers, body })).status).toBe(status);
});

/** Requests that hang in the upstream until `finish`. */
async function createHangingApp() {
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const full = await createFullApp({ answer: () => finished.then(() => emptyPage) });
  const fill = (count: number, address: string) =>
    Array.from({ length: count }, () => full.ask('/api/numbers', {}, address));
  return { ...full, fill, finish };
}

describe('S34 requests at once', () => {
  test('of one client are bounded, and another client is not slowed', async () => {
    const { ask, fill, finish } = await createHangingApp();
    const waiting = fill(150, '192.0.2.1');
    const refused = await ask('/api/session', {}, '192.0.2.1');
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await refused.json()).toMatchObject({ code: 'busy', retryable: true });
    expect((await ask('/api/session', {}, '192.0.2.2')).status).toBe(200);
    finish();
    for (const response of await Promise.all(waiting)) expect(response.status).toBe(200);
    expect((await ask('/api/session', {}, '192.0.2.1')).status).toBe(200);
  });

  test('of one client stay bounded after one of them was answered', async () => {
    const { ask, fill, finish } = await createHangingApp();
    const waiting = fill(149, '192.0.2.1');
    expect((await ask('/api/session', {}, '192.0.2.1')).status).toBe(200);
    waiting.push(...fill(1, '192.0.2.1'));
    expect((await ask('/api/session', {}, '192.0.2.1')).status).toBe(503);
    finish();
    for (const response of await Promise.all(waiting)) expect(response.status).toBe(200);
  });

  test('of a whole IPv6 network count as those of one client', async () => {
    const { ask, fill, finish } = await createHangingApp();
    const waiting = fill(150, '2001:db8::1');
    expect((await ask('/api/session', {}, '2001:db8::ffff:2')).status).toBe(503);
    expect((await ask('/api/session', {}, '2001:db8:0:1::1')).status).toBe(200);
    finish();
    await Promise.all(waiting);
  });

  test('of everybody are bounded too', async () => {
    const { ask, fill, finish } = await createHangingApp();
    const waiting = [1, 2, 3, 4].flatMap((at) => fill(100, `192.0.2.${at}`));
    expect((await ask('/api/session', {}, '192.0.2.5')).status).toBe(503);
    finish();
    await Promise.all(waiting);
    expect((await ask('/api/session', {}, '192.0.2.5')).status).toBe(200);
  });
});

describe('S34 metrics are for this machine, and for clients with the token', () => {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  test.each<[string, string, Record<string, string>, number]>([
    ['this machine', '127.0.0.1', {}, 200],
    ['this machine, IPv6', '::1', {}, 200],
    ['another machine', '192.0.2.1', {}, 404],
    ['another machine with the token', '192.0.2.1', bearer('metrics-token'), 200],
    ['with a wrong token', '192.0.2.1', bearer('metrics-tokem'), 404],
    ['with a shorter token', '192.0.2.1', bearer('m'), 404],
    ['with an empty token', '192.0.2.1', bearer(''), 404],
    ['with the token of a longer text', '192.0.2.1', bearer('metrics-token '.repeat(9)), 404],
    ['a proxy here', '127.0.0.1', { 'x-forwarded-for': '192.0.2.1' }, 404],
    ['a proxy here, RFC 7239', '127.0.0.1', { forwarded: 'for=192.0.2.1' }, 404],
    ['the public address, through here', '127.0.0.1', { host: 'numbers.example' }, 404],
  ])('%s', async (_name, address, headers, status) => {
    const { ask } = await createFullApp({
      metricsToken: () => 'metrics-token',
      hosts: () => new Set(['localhost:3000', 'numbers.example']),
    });
    expect((await ask('/metrics', { headers }, address)).status).toBe(status);
  });

  test('O18 a wrong token is an event, and after a few of them even the right token has to wait', async () => {
    const full = await createFullApp({ metricsToken: () => 'metrics-token' });
    const events = () =>
      full.log().flatMap(({ event, client }) => (event ? [{ event, client }] : []));
    const client = '192.0.2.1';
    const scrape = (token: string, address: string) =>
      full.ask('/metrics', { headers: bearer(token) }, address);
    for (let tries = 1; tries <= 5; tries += 1) {
      expect((await scrape('metrics-tokem', client)).status).toBe(404);
    }
    const throttled = await scrape('metrics-token', client);
    expect(throttled.status).toBe(429);
    expect(Number(throttled.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(events()).toEqual([
      ...Array(5).fill({ event: 'metrics_refused', client }),
      { event: 'metrics_throttled', client },
    ]);
    // Other clients do not wait, and the throttled client can still do without a token and sign in.
    expect((await scrape('metrics-token', '192.0.2.2')).status).toBe(200);
    expect((await full.ask('/metrics', {}, client)).status).toBe(404);
    expect((await full.signIn(password, client)).status).toBe(200);
    expect(full.logText()).not.toContain('metrics-tok');
  });

  test.each([
    ['127.0.0.2', '127.0.0.2:3000', 200],
    ['::ffff:127.0.0.1', 'LOCALHOST:3000', 200],
    ['::1', '[::1]:3000', 200],
    ['127.0.0.1', '192.0.2.7:3000', 404],
    ['192.0.2.7', '127.0.0.1:3000', 404],
  ])('O11 from %s at %s: %i', async (address, host, status) => {
    const { ask } = await createFullApp({ hosts: () => new Set([host, host.toLowerCase()]) });
    expect((await ask('/metrics', { headers: { host } }, address)).status).toBe(status);
  });

  test('without a token set, every token is wrong', async () => {
    const { ask } = await createFullApp();
    for (const token of ['', 'null', 'undefined']) {
      expect((await ask('/metrics', { headers: bearer(token) }, '192.0.2.1')).status).toBe(404);
    }
  });
});

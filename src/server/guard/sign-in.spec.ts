import { describe, expect, test } from 'vitest';
import { everyRoute, isApi } from '../security/every-route.ts';
import { cookieOf, createFullApp, password } from '../security/full-app.ts';
import { absoluteMs, idleMs } from './session-store.ts';

const me = (of: Awaited<ReturnType<typeof createFullApp>>, cookie: string) =>
  of.ask('/api/session', { headers: { cookie } });

const full = await createFullApp();

test('S6 the one cookie is pinned to host and https, and no script reads it', async () => {
  const { signIn } = await createFullApp();
  const response = await signIn(password);
  const [cookie = '', ...others] = response.headers.getSetCookie();
  expect(others).toEqual([]);
  const [pair, ...attributes] = cookie.split('; ');
  expect(pair).toMatch(/^__Host-sid=[\w-]{43}$/);
  expect(attributes.toSorted()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict', 'Secure']);
});

test('S6 no other answer sets a cookie', async () => {
  const { ask, app } = await createFullApp();
  for (const { method, path } of everyRoute(app)) {
    if (path === '/api/session') continue;
    const response = await ask(path, { method });
    expect([path, response.headers.getSetCookie()]).toEqual([path, []]);
  }
});

test('S6 a cookie of the bare name is not taken for ours', async () => {
  const { ask, cookie } = await createFullApp();
  const bare = cookie.replace('__Host-', '');
  expect((await ask('/api/session', { headers: { cookie: bare } })).status).toBe(401);
});

describe('S8 without a session', () => {
  const guarded = everyRoute(full.app).filter(
    ({ method, path }) => isApi({ method, path }) && !(path === '/api/session' && method !== 'GET'),
  );
  const foreign = ['', '__Host-sid=', `__Host-sid=${'A'.repeat(43)}`, '__Host-sid=__proto__'];

  test.each(guarded)('$method $path is 401, HEAD too', async ({ method, path }) => {
    for (const cookie of foreign) {
      for (const verb of method === 'GET' ? ['GET', 'HEAD'] : [method]) {
        const { status } = await full.ask(path, { method: verb, headers: { cookie } });
        expect([verb, cookie, status]).toEqual([verb, cookie, 401]);
      }
    }
    expect(full.asked).toEqual([]);
  });
});

test('S8 signing in makes a new id, whatever came along, and ends the old one', async () => {
  const full = await createFullApp();
  const planted = `__Host-sid=${'B'.repeat(43)}`;
  const first = cookieOf(await full.signIn(password, undefined, { cookie: planted }));
  expect(first).not.toBe(planted);
  expect((await me(full, planted)).status).toBe(401);

  const second = cookieOf(await full.signIn(password, undefined, { cookie: first }));
  expect(second).not.toBe(first);
  expect((await me(full, first)).status).toBe(401);
  expect((await me(full, second)).status).toBe(200);
});

test('S8 a wrong password changes nothing', async () => {
  const full = await createFullApp();
  const response = await full.signIn('wrong', undefined, { cookie: full.cookie });
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ code: 'wrong_password' });
  expect(response.headers.getSetCookie()).toEqual([]);
  expect((await me(full, full.cookie)).status).toBe(200);
});

test('S8 signing out ends the session on the server and clears the browser', async () => {
  const full = await createFullApp();
  const { cookie } = full;
  const response = await full.ask('/api/session', { method: 'DELETE' });
  expect(response.status).toBe(204);
  expect(response.headers.get('clear-site-data')).toBe('"cache", "cookies"');
  expect(response.headers.get('set-cookie')).toMatch(/^__Host-sid=; Max-Age=0; Path=\/;/);
  expect(full.store.dump()).toEqual([]);
  expect((await me(full, cookie)).status).toBe(401);
});

test.each([
  ['idle', idleMs],
  ['a day old', absoluteMs],
])('S9 a session that is %s gets nothing more', async (_name, ms) => {
  let now = 0;
  const full = await createFullApp({ now: () => now });
  expect((await me(full, full.cookie)).status).toBe(200);
  now = ms;
  expect((await me(full, full.cookie)).status).toBe(401);
});

test('S10 and S24 a sixth try is 429 with a time, from any address of one network, forged or not', async () => {
  const full = await createFullApp({ trustedProxies: ['10.0.0.1'] });
  const through = (address: string) => ({ 'x-forwarded-for': address });
  for (let tries = 1; tries <= 5; tries += 1) {
    const forwarded = through(`203.0.113.${tries}, 2001:db8::${tries}`);
    expect((await full.signIn('wrong', '10.0.0.1', forwarded)).status).toBe(401);
  }
  const refused = await full.signIn(password, '10.0.0.1', through('203.0.113.9, 2001:db8::9'));
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject({ code: 'throttled', retryable: true });
  const direct = await full.signIn(password, '2001:db8::9', through('203.0.113.10'));
  expect(direct.status).toBe(429);
  // Somebody else, and who is in already, notice nothing.
  expect((await full.signIn(password, '10.0.0.1', through('2001:db8:0:1::1'))).status).toBe(200);
  expect((await full.ask('/api/numbers', {}, '2001:db8::9')).status).toBe(200);
});

import { describe, expect, test } from 'vitest';
import { everyRoute, isApi, type Route } from '../security/test-every-route.ts';
import { cookieOf, createFullApp, password } from '../security/test-full-app.ts';
import { absoluteMs, idleMs } from '../shared/sessions.ts';
import { ownHosts } from './allowed-hosts.ts';
import { hashPassword } from './password.ts';

const me = (of: Awaited<ReturnType<typeof createFullApp>>, cookie: string) =>
  of.ask('/api/session', { headers: { cookie } });

const full = await createFullApp();

/** The app with a public address, or with its listening addresses only. */
async function appAt(origin: string | null) {
  const publicOrigin = origin === null ? null : new URL(origin);
  return createFullApp({ publicOrigin, hosts: () => ownHosts(3000, publicOrigin, ['192.0.2.7']) });
}

describe('S6 and E1 the session cookie is as strict as the address in the browser allows', () => {
  const https = 'https://numbers.example';
  const http = 'http://numbers.lan';
  test.each([
    // Bound to host and https.
    [https, 'numbers.example', https, '__Host-sid', true],
    [https, 'numbers.example', undefined, '__Host-sid', true],
    ['https://localhost:8443', 'localhost:8443', undefined, '__Host-sid', true],
    // WebKit keeps no Secure cookie from http on loopback.
    [null, '127.0.0.1:3000', 'http://127.0.0.1:3000', 'sid', false],
    [null, 'localhost:3000', 'http://localhost:3000', 'sid', false],
    [https, '[::1]:3000', 'http://[::1]:3000', 'sid', false],
    // A proxy that does not pass on Host.
    [https, '127.0.0.1:3000', https, 'sid', true],
    // Plain http, with and without the operator's permission.
    [null, '192.0.2.7:3000', 'http://192.0.2.7:3000', 'sid', false],
    [http, 'numbers.lan', http, 'sid', false],
    [http, '192.0.2.7:3000', 'http://192.0.2.7:3000', 'sid', false],
    [https, '192.0.2.7:3000', 'http://192.0.2.7:3000', '__Host-sid', true],
  ])('known as %s, asked as %s by %s', async (origin, host, sentBy, name, isSecure) => {
    const { signIn, ask } = await appAt(origin);
    const response = await signIn(password, undefined, { host, ...(sentBy && { origin: sentBy }) });
    const [cookie = '', ...others] = response.headers.getSetCookie();
    expect(others).toEqual([]);
    const [pair = '', ...attributes] = cookie.split('; ');
    expect(pair).toMatch(new RegExp(`^${name}=[\\w-]{43}$`));
    const secure = isSecure ? ['Secure'] : [];
    expect(attributes.toSorted()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict', ...secure]);
    const session = await ask('/api/session', { headers: { host, cookie: pair } });
    expect(session.status).toBe(200);
  });
});

test('S6 no other answer sets a cookie', async () => {
  const { ask, app } = await createFullApp();
  for (const { method, path } of everyRoute(app)) {
    if (path === '/api/session') continue;
    const response = await ask(path, { method });
    expect([path, response.headers.getSetCookie()]).toEqual([path, []]);
  }
});

test('S6 over https a cookie without a prefix is not accepted', async () => {
  const { ask, cookie } = await appAt('https://numbers.example');
  const status = async (sent: string) =>
    (await ask('/api/session', { headers: { host: 'numbers.example', cookie: sent } })).status;
  expect(await status(cookie)).toBe(401);
  expect(await status(`__Host-${cookie}`)).toBe(200);
});

describe('S8 without a session', () => {
  const isOpen = ({ method, path }: Route) =>
    path === '/api/sign-in' || (path === '/api/session' && method !== 'GET');
  const guarded = everyRoute(full.app).filter((route) => isApi(route) && !isOpen(route));
  const foreign = ['', 'sid=', `sid=${'A'.repeat(43)}`, 'sid=__proto__'];

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

test('S8 signing in makes a new id, whatever cookie was sent, and ends the old session', async () => {
  const full = await createFullApp();
  const planted = `sid=${'B'.repeat(43)}`;
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

test('O15 a sign-in that is being checked while the password changes gives no session', async () => {
  const { changePassword, signIn } = await createFullApp();
  const next = await hashPassword('another horse');
  const entering = signIn(password);
  await changePassword(next);
  const response = await entering;
  expect(response.status).toBe(401);
  expect(response.headers.getSetCookie()).toEqual([]);
});

test('where another password is set by a restart, the sessions of the one before do not count', async () => {
  const { signIn, store, throttle } = await createFullApp();
  const cookie = cookieOf(await signIn(password));
  const again = await createFullApp({ shared: { sessions: store, throttle } });
  expect((await me(again, cookie)).status).toBe(200);
  const other = await createFullApp({
    shared: { sessions: store, throttle },
    passwordHash: await hashPassword('another horse'),
  });
  expect((await me(other, cookie)).status).toBe(401);
  expect((await me(again, cookie)).status).toBe(401);
});

test('O15 another password ends every session, and is the only one from then on', async () => {
  const { cookie, ask, changePassword, signIn } = await createFullApp();
  await changePassword(await hashPassword('another horse'));
  expect((await ask('/api/session', { headers: { cookie } })).status).toBe(401);
  expect((await signIn(password)).status).toBe(401);
  expect((await signIn('another horse')).status).toBe(200);
});

test('S8 signing out ends the session on the server and clears the browser', async () => {
  const full = await createFullApp();
  const { cookie } = full;
  const response = await full.ask('/api/session', { method: 'DELETE' });
  expect(response.status).toBe(204);
  expect(response.headers.get('clear-site-data')).toBe('"cache", "cookies"');
  expect(response.headers.get('set-cookie')).toMatch(/^sid=; Max-Age=0; Path=\/;/);
  expect(await full.store.list()).toEqual([]);
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
  // Another client, and somebody who is signed in already, notice nothing.
  expect((await full.signIn(password, '10.0.0.1', through('2001:db8:0:1::1'))).status).toBe(200);
  expect((await full.ask('/api/numbers', {}, '2001:db8::9')).status).toBe(200);
});

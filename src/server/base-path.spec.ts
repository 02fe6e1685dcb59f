import { afterAll, describe, expect, test } from 'vitest';
import { ownHosts } from './guard/allowed-hosts.ts';
import { everyRoute } from './security/test-every-route.ts';
import { createFullApp, password } from './security/test-full-app.ts';
import { createPageFolder } from './security/test-page-folder.ts';

const { clientDir, remove } = createPageFolder();
afterAll(remove);

const publicOrigin = new URL('https://tools.example/numbers/');
const host = 'tools.example';
const appBelow = () =>
  createFullApp({ clientDir, publicOrigin, hosts: () => ownHosts(3000, publicOrigin) });
const full = await appBelow();

async function signedIn(path: string, headers: Record<string, string>) {
  const response = await full.ask(`${path}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: '', ...headers },
    body: JSON.stringify({ password }),
  });
  const [cookie = ''] = response.headers.getSetCookie();
  return { cookie, pair: cookie.split(';')[0] ?? '' };
}

/** The words of the answers for an address without a route. */
const unknown = /There is no such address here|The dashboard is at/;

test('W15 every route works below the path, and also where a proxy removed the path', async () => {
  for (const { method, path } of everyRoute(full.app).filter(
    (route) => route.path !== '/numbers',
  )) {
    const [below, off] = await Promise.all(
      ['/numbers', ''].map(async (base) => {
        const { ask } = await appBelow();
        return ask(base + path, { method, headers: { 'sec-fetch-site': 'same-origin' } });
      }),
    );
    expect([method, path, below?.status]).toEqual([method, path, off?.status]);
    // A route may answer 404 by itself, for a thing that is not there.
    const isUnknown = below?.status === 404 && unknown.test(await below.text());
    expect([method, path, isUnknown]).toEqual([method, path, false]);
  }
});

test('W15 the path without its last slash leads to the page, with its filters', async () => {
  const response = await full.ask('/numbers?type=sip', { headers: { host, cookie: '' } });
  expect(response.status).toBe(302);
  expect(response.headers.get('location')).toBe('/numbers/?type=sip');
});

test.each(['/numbers/numbers/', '/numbersx/', '/Numbers/', '/x/numbers/', '/numbers//api/numbers'])(
  'W15 nothing else is the path: %s',
  async (path) => {
    const response = await full.ask(path, { headers: { host } });
    expect(response.status).toBe(404);
  },
);

test('W15 the address in the preload link is relative to the page', async () => {
  const { pair } = await signedIn('/numbers', { host });
  const headers = { host, cookie: pair, 'sec-fetch-site': 'none' };
  const { status, headers: answered } = await full.ask('/numbers/?type=sip', { headers });
  expect(status).toBe(200);
  expect(answered.get('link')).toBe('<./api/numbers?type=sip>; rel=preload; as=fetch');
});

describe('W15 the session is sent below the path only', () => {
  test.each([
    ['/numbers', { host }, '__Secure-sid', '/numbers'],
    // A proxy removed the path.
    ['', { host }, '__Secure-sid', '/numbers'],
    // Straight from this machine, at the listening address.
    ['', { host: '127.0.0.1:3000' }, 'sid', '/'],
    ['/numbers', { host: '127.0.0.1:3000' }, 'sid', '/numbers'],
  ])('%s with %j', async (base, headers, name, path) => {
    const { cookie, pair } = await signedIn(base, headers);
    expect(cookie).toMatch(new RegExp(`^${name}=[\\w-]{43}; .*Path=${path};`));
    const session = await full.ask(`${base}/api/session`, {
      headers: { ...headers, cookie: pair },
    });
    expect(session.status).toBe(200);
    const left = await full.ask(`${base}/api/session`, {
      method: 'DELETE',
      headers: { ...headers, cookie: pair },
    });
    expect(left.headers.get('set-cookie')).toMatch(
      new RegExp(`^${name}=; Max-Age=0; Path=${path}`),
    );
  });

  test('strangers get nothing, and other sites are refused', async () => {
    const out = await full.ask('/numbers/api/numbers', { headers: { host, cookie: '' } });
    expect(out.status).toBe(401);
    const { pair } = await signedIn('/numbers', { host });
    const stranger = { host, cookie: pair, 'sec-fetch-site': 'same-site' };
    expect((await full.ask('/numbers/api/numbers', { headers: stranger })).status).toBe(403);
  });
});

test('W15 below a path, sign-out leaves other cookies of the host alone, and no HSTS is sent', async () => {
  const { pair } = await signedIn('/numbers', { host });
  const headers = { host, cookie: pair };
  const left = await full.ask('/numbers/api/session', { method: 'DELETE', headers });
  expect(left.headers.get('clear-site-data')).toBe('"cache"');
  expect(left.headers.get('strict-transport-security')).toBeNull();
});

import { describe, expect, test } from 'vitest';
import { everyRoute, isApi } from '../security/test-every-route.ts';
import { createFullApp } from '../security/test-full-app.ts';
import { ownHosts } from './allowed-hosts.ts';

const sites = ['same-origin', 'same-site', 'cross-site', 'none', '', 'Same-Origin', 'x', null];
const doubled = ['same-origin, same-origin', 'same-origin, cross-site'];
const ownOrigin = 'http://localhost:3000';
const origins = [ownOrigin, 'http://localhost:3001', 'http://evil.example', 'null', '', null];
const requestedBy = ['spec', '', null];

const cases = [...sites, ...doubled].flatMap((site) =>
  origins.flatMap((origin) => requestedBy.map((by) => ({ site, origin, by }))),
);
const full = await createFullApp();
const routes = everyRoute(full.app).filter(isApi);

/** The rule: a browser must be on our own page; a script must name itself in X-Requested-By. */
const isOwn = ({ site, origin, by }: (typeof cases)[number]) =>
  site === null
    ? by === 'spec' && (origin === null || origin === ownOrigin)
    : site === 'same-origin';

const named = (headers: Record<string, string | null>) =>
  Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== null)) as Record<
    string,
    string
  >;

test('S3 the routes are read off the router', () => {
  expect(routes.map(({ method, path }) => `${method} ${path}`)).toEqual(
    expect.arrayContaining(['GET /api/numbers', 'POST /api/session', 'DELETE /api/session']),
  );
});

test.each(routes)(
  'S3 $method $path is for our own page and for scripts that name themselves',
  async ({ method, path }) => {
    for (const sender of cases) {
      const { app, cookie } = full;
      const response = await app.request(path, {
        method,
        headers: named({
          host: 'localhost:3000',
          cookie,
          'sec-fetch-site': sender.site,
          origin: sender.origin,
          'x-requested-by': sender.by,
        }),
      });
      const isRefused = response.status === 403;
      expect({ ...sender, isRefused }).toEqual({ ...sender, isRefused: !isOwn(sender) });
      if (isRefused) expect(await response.json()).toMatchObject({ code: 'cross_site' });
      // The request may have been a sign-out, which ended the session.
      else await full.enterAgain();
    }
  },
);

test('S3 a refused request does not reach the upstream', async () => {
  const { ask, asked } = await createFullApp();
  await ask('/api/numbers', { headers: { 'sec-fetch-site': 'same-site' } });
  expect(asked).toEqual([]);
});

test.each([
  ['https://numbers.example', true],
  ['http://localhost:3000', true],
  ['https://numbers.example:8443', false],
  ['https://evil.example', false],
])(
  'S3 behind a proxy a script may send the public origin as its own: %s',
  async (origin, isOurs) => {
    const publicOrigin = new URL('https://numbers.example');
    const hosts = () => ownHosts(3000, publicOrigin);
    const { app } = await createFullApp({ publicOrigin, hosts });
    const headers = { host: 'numbers.example', origin, 'x-requested-by': 'spec' };
    const { status } = await app.request('/api/session', { headers });
    expect(status === 403).toBe(!isOurs);
  },
);

describe('S4 no other origin is let in', () => {
  test.each(everyRoute(full.app))('$method $path', async ({ method, path }) => {
    for (const origin of origins.filter((one) => one !== null)) {
      const preflight = await full.app.request(path, {
        method: 'OPTIONS',
        headers: {
          host: 'localhost:3000',
          origin,
          'access-control-request-method': method,
          'access-control-request-headers': 'x-requested-by',
          'sec-fetch-site': 'cross-site',
        },
      });
      expect(preflight.status).toBe(isApi({ method, path }) ? 403 : 405);
      const itself = await full.ask(path, { method, headers: { origin } });
      for (const { headers } of [preflight, itself]) {
        expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
      }
    }
  });
});

import { afterAll, describe, expect, test } from 'vitest';
import { problemCodes } from '#contract/problem-kinds.ts';
import { ownHosts } from '../guard/allowed-hosts.ts';
import { ProblemError } from '../problem-error.ts';
import { everyRoute, isApi } from './test-every-route.ts';
import { createFullApp } from './test-full-app.ts';
import { createPageFolder } from './test-page-folder.ts';

const { clientDir, remove } = createPageFolder();
afterAll(remove);

const full = await createFullApp({ clientDir });
const stopping = await createFullApp({
  clientDir,
  stopping: AbortSignal.abort(new ProblemError('busy', 'Stopping.')),
});
const broken = await createFullApp({
  clientDir,
  answer: () => Promise.reject(new TypeError('read a-test-token of undefined')),
});
const routes = everyRoute(full.app);
const signedOut = { headers: { cookie: '' } };

/** The situations in which every route is requested. */
const situations: [string, typeof full, RequestInit][] = [
  ['as it should be', full, {}],
  ['signed out', full, signedOut],
  ['from another site', full, { headers: { 'sec-fetch-site': 'cross-site' } }],
  ['to another host', full, { headers: { host: 'evil.example' } }],
  ['while it stops', stopping, {}],
  ['while it is broken', broken, {}],
];

const asked = routes.flatMap(({ method, path }) =>
  [method, ...(method === 'GET' ? ['HEAD'] : []), 'OPTIONS', 'PATCH'].map((verb) => ({
    method: verb,
    path,
  })),
);
const elsewhere = [
  '/nope',
  '/api',
  '/api/nope',
  '/api/numbers?x=1',
  '/assets/none.js',
  `/${'a'.repeat(5000)}`,
].map((path) => ({ method: 'GET', path }));
const files = ['/index.html', '/assets/index-A1.js'].map((path) => ({ method: 'GET', path }));

/** The answers to every request above in every situation. */
async function* everyAnswer() {
  for (const [situation, { ask, enterAgain }, init] of situations) {
    for (const { method, path } of [...asked, ...elsewhere, ...files]) {
      yield { situation, method, path, response: await ask(path, { ...init, method }) };
      if (method === 'DELETE') await enterAgain();
    }
  }
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types rented-numbers',
].join('; ');

const permissions =
  'camera=(), geolocation=(), microphone=(), payment=(), usb=(), clipboard-write=(self)';

test('S25 and S26 every route has the security headers, whatever its status', async () => {
  const statuses = new Set<number>();
  for await (const { situation, method, path, response } of everyAnswer()) {
    statuses.add(response.status);
    const { headers } = response;
    expect({ situation, method, path, ...Object.fromEntries(headers) }).toMatchObject({
      'content-security-policy': policy,
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': permissions,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    const validators = path.startsWith('/assets/') ? [] : ['etag'];
    for (const name of [
      'server',
      'x-powered-by',
      'via',
      ...validators,
      'strict-transport-security',
    ]) {
      expect([path, name, headers.get(name)]).toEqual([path, name, null]);
    }
  }
  expect([...statuses].toSorted()).toEqual([
    200, 201, 204, 400, 401, 403, 404, 405, 414, 415, 421, 500, 503,
  ]);
});

test.each([
  ['https://numbers.example', 'max-age=31536000'],
  ['http://numbers.example', null],
])('S26 with %s the answer has Strict-Transport-Security: %s', async (origin, value) => {
  const { ask } = await createFullApp({ publicOrigin: new URL(origin) });
  for (const path of ['/livez', '/api/numbers', '/nope']) {
    expect((await ask(path)).headers.get('strict-transport-security')).toBe(value);
  }
});

test('W1 headers that browsers report as errors over plain http are left out there only', async () => {
  const names = ['clear-site-data', 'cross-origin-opener-policy', 'origin-agent-cluster'];
  const publicOrigin = new URL('http://numbers.lan:3000');
  const { ask } = await createFullApp({ publicOrigin, hosts: () => ownHosts(3000, publicOrigin) });
  for (const [host, isThere] of [
    ['localhost:3000', true],
    ['numbers.lan:3000', false],
  ] as const) {
    const { headers } = await ask('/api/session', { method: 'DELETE', headers: { host } });
    expect([host, names.map((name) => headers.has(name))]).toEqual([
      host,
      names.map(() => isThere),
    ]);
  }
});

test('S27 no answer under /api is cached, and every one varies by session and site', async () => {
  for await (const { situation, method, path, response } of everyAnswer()) {
    // Answers of the host check come before routing and hold no data.
    if (!isApi({ method, path }) || response.status === 421) continue;
    expect([situation, method, path, response.headers.get('cache-control')]).toEqual([
      situation,
      method,
      path,
      'no-store',
    ]);
    expect(response.headers.get('vary')).toBe('Cookie, Sec-Fetch-Site');
  }
});

test.each([
  ['/', 'no-cache'],
  ['/index.html', 'no-cache'],
  ['/assets/index-A1.js', 'public, max-age=31536000, immutable'],
])('S27 %s is %s, compressed or not', async (path, cacheControl) => {
  for (const encoding of ['gzip', 'identity']) {
    const { status, headers } = await full.ask(path, { headers: { 'accept-encoding': encoding } });
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe(cacheControl);
    expect(headers.get('vary')).toBe('Accept-Encoding');
    expect(headers.get('content-type')).toMatch(/^text\/(html|javascript); charset=utf-8$/);
  }
});

test('the page preloads the first page of numbers for people who may see it', async () => {
  const trusting = { 'sec-fetch-site': 'none' };
  const { headers } = await full.ask('/?type=sip,local', { headers: trusting });
  expect(headers.get('link')).toBe('<./api/numbers?type=sip>; rel=preload; as=fetch');
  expect(headers.get('server-timing')).toBe('preload;desc="/api/numbers?type=sip"');
  for (const [path, init] of [
    ['/?type=sip', { ...trusting, cookie: '' }],
    ['/?type=sip', { ...trusting, cookie: 'sid=forged' }],
    ['/index.html', trusting],
    ['/assets/index-A1.js', trusting],
    ['/api/numbers', { 'sec-fetch-site': 'same-origin' }],
  ] as const) {
    const other = await full.ask(path, { headers: init });
    expect([path, other.headers.get('link')]).toEqual([path, null]);
    expect([path, other.headers.get('server-timing')]).toEqual([path, null]);
  }
});

test('W1 nothing is preloaded for a browser that sends no Sec-Fetch-Site, as the API would refuse it', async () => {
  const { headers } = await full.ask('/?type=sip');
  expect([headers.get('link'), headers.get('server-timing')]).toEqual([null, null]);
});

test('S27 a missing file is never cached as an asset', async () => {
  const { status, headers } = await full.ask('/assets/none.js');
  expect(status).toBe(404);
  expect(headers.get('cache-control')).toBeNull();
  expect(headers.get('content-type')).toMatch(/^text\/plain/);
});

describe('S5 a method that a route does not list is 405 with those it lists', () => {
  const paths = [...new Set(routes.map(({ path }) => path))];
  test.each(paths)('%s', async (path) => {
    const listed = routes.filter((route) => route.path === path).map(({ method }) => method);
    const allowed = new Set(listed);
    // `HEAD` of a walk is refused, and of an answer that counts once.
    const withoutHead = ['/api/checks', '/sign-in/callback'];
    if (allowed.has('GET') && !withoutHead.includes(path)) allowed.add('HEAD');
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PURGE']) {
      if (allowed.has(method)) continue;
      const response = await full.ask(path, { method });
      expect([method, response.status]).toEqual([method, 405]);
      const allow = (response.headers.get('allow') ?? '').split(', ');
      expect(allow).toEqual(expect.arrayContaining([...allowed]));
    }
  });
});

describe('S23 no spelling of a path gets around the guards', () => {
  const spellings = [
    '//api/numbers',
    '/api//numbers',
    '/./api/numbers',
    '/x/../api/numbers',
    '/x/%2e%2e/api/numbers',
    '/%61pi/numbers',
    '/%2561pi/numbers',
    '/api%2fnumbers',
    '/api%5cnumbers',
    '/API/numbers',
    '/api/numbers/',
    '/api/numbers%00',
    '/api/numbers;x',
    '/api/numbers%20',
    '/api/./numbers',
    '/api/session/../numbers',
    '/api/session/%2e%2e/numbers',
    '/livez/../api/numbers',
    '/assets/..%2f..%2fapi/numbers',
  ];
  test.each(spellings)('%s', async (path) => {
    const before = full.asked.length;
    for (const init of [signedOut, { headers: { 'sec-fetch-site': 'same-site' } }]) {
      const { status } = await full.ask(path, init);
      expect([401, 403, 404]).toContain(status);
    }
    expect(full.asked).toHaveLength(before);
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/%252e%252e/secret.txt',
    '/assets/....//secret.txt',
    '//secret.txt',
    '/%00/../secret.txt',
    '/assets/%c0%ae%c0%ae/secret.txt',
  ])('no file outside of the page is read: %s', async (path) => {
    const response = await full.ask(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('outside');
  });
});

describe('S29 an error says what the contract says, and nothing of its cause', () => {
  const cause = new Error('connect ECONNREFUSED https://api.apifonica.com/v2 a-test-token');
  test.each(problemCodes)('%s', async (code) => {
    const { ask } = await createFullApp({
      answer: () => Promise.reject(new ProblemError(code, 'What happened.', { cause })),
    });
    const problem = (await (await ask('/api/numbers')).json()) as Record<string, unknown>;
    const keys = ['code', 'title', 'status', 'detail', 'requestId', 'retryable'];
    expect(Object.keys(problem)).toEqual(keys);
    expect(JSON.stringify(problem)).not.toMatch(/ECONNREFUSED|https?:|a-test-token|\bat \w/);
  });

  test('an unexpected error', async () => {
    const response = await broken.ask('/api/numbers');
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ code: 'internal' });
    expect(text).not.toMatch(/TypeError|a-test-token|undefined|\.ts/);
    // The log has the error, under the request id in the answer.
    const { requestId } = JSON.parse(text) as { requestId: string };
    expect(broken.log()).toContainEqual(
      expect.objectContaining({ requestId, name: 'TypeError', msg: 'unexpected error' }),
    );
  });

  test('a body that is not JSON', async () => {
    for (const body of ['', '{', 'null', '[]', '{"password":7}', '{"__proto__":{}}']) {
      const headers = { 'content-type': 'application/json' };
      const response = await full.ask('/api/session', { method: 'POST', headers, body });
      expect(response.status).toBe(400);
      expect(await response.text()).not.toMatch(/SyntaxError|position|ValiError/);
    }
  });
});

import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { type ProblemCode, problemCodes, problemSchema } from '#contract/problem-kinds.ts';
import { ProblemError } from './problem-error.ts';
import { createTestApp, emptyPage } from './test-app.ts';

const failingWith = (error: unknown) => createTestApp(() => Promise.reject(error));

async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = v.parse(problemSchema, await response.json());
  expect(problem.status).toBe(response.status);
  expect(problem.requestId).not.toBe('');
  return problem;
}

test("the list is the upstream's answer to the query, and no cache keeps it", async () => {
  const { ask, asked } = createTestApp();
  const response = await ask('/api/numbers?type=mobile&voice=true&limit=5&cursor=a.b');
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.json()).toEqual(emptyPage);
  expect(asked).toEqual([{ filters: { type: 'mobile', voice: true }, limit: 5, cursor: 'a.b' }]);
});

test('the session and the health checks answer without the upstream', async () => {
  const { ask, asked } = createTestApp();
  expect(await (await ask('/api/session')).json()).toMatchObject({
    account_sid: 'acc-test',
    source: 'live',
  });
  expect((await ask('/livez')).status).toBe(200);
  expect((await ask('/readyz')).status).toBe(200);
  expect(asked).toEqual([]);
});

test.each(['voice=yes', 'limit=21', 'sort=number', 'type=sip&type=sip'])(
  '%s is an invalid_query that names the parameter and goes no further',
  async (search) => {
    const { ask, asked } = createTestApp();
    const problem = await problemOf(await ask(`/api/numbers?${search}`));
    const parameter = search.split('=')[0] ?? '';
    expect(problem).toMatchObject({ code: 'invalid_query', status: 400, parameter });
    expect(problem.detail).toContain(parameter);
    expect(asked).toEqual([]);
  },
);

describe('routing', () => {
  test.each(['/api/nope', '/api', '/api/numbers/1', '/api/NUMBERS'])(
    '%s is not found, as a problem',
    async (path) => {
      const problem = await problemOf(await createTestApp().ask(path));
      expect(problem).toMatchObject({ code: 'not_found', status: 404 });
    },
  );

  test('outside of /api it is a text', async () => {
    const response = await createTestApp().ask('/nope');
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
  });

  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s is not allowed', async (method) => {
    const { ask, asked } = createTestApp();
    for (const path of ['/api/numbers', '/api/session']) {
      const response = await ask(path, { method });
      expect(response.headers.get('allow')).toBe('GET, HEAD');
      expect(await problemOf(response)).toMatchObject({ code: 'method_not_allowed', status: 405 });
    }
    expect(asked).toEqual([]);
  });

  test('HEAD is GET without the body', async () => {
    const response = await createTestApp().ask('/api/numbers', { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });
});

describe('failures', () => {
  const statuses = {
    invalid_query: 400,
    invalid_body: 400,
    body_too_large: 413,
    body_type: 415,
    body_stalled: 408,
    invalid_cursor: 400,
    unauthenticated: 401,
    wrong_password: 401,
    throttled: 429,
    cross_site: 403,
    forwarded: 403,
    busy: 503,
    not_found: 404,
    method_not_allowed: 405,
    cursor_expired: 410,
    upstream_auth: 502,
    upstream_account: 502,
    store_unavailable: 503,
    account_gone: 404,
    history_off: 404,
    snapshot_gone: 404,
    snapshot_under_way: 409,
    history_broken: 500,
    forbidden: 403,
    upstream_rate_limited: 429,
    upstream_unavailable: 502,
    upstream_unreachable: 502,
    upstream_distrusted: 502,
    upstream_proxy: 502,
    upstream_timeout: 504,
    upstream_malformed: 502,
    upstream_contract: 502,
    internal: 500,
  } satisfies Record<ProblemCode, number>;

  test.each(problemCodes)('%s has its status and its words', async (code) => {
    const { ask } = failingWith(new ProblemError(code, 'What happened.'));
    const response = await ask('/api/numbers');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await problemOf(response)).toMatchObject({
      code,
      status: statuses[code],
      detail: 'What happened.',
    });
  });

  test('Retry-After is in whole seconds, never too early', async () => {
    const { ask } = failingWith(
      new ProblemError('upstream_rate_limited', 'Slower.', { retryAfterMs: 1500 }),
    );
    const response = await ask('/api/numbers');
    expect(response.headers.get('retry-after')).toBe('2');
    expect((await problemOf(response)).retryAfterMs).toBe(1500);
  });

  test('without a time to wait there is no Retry-After', async () => {
    const { ask } = failingWith(new ProblemError('upstream_rate_limited', 'Slower.'));
    expect((await ask('/api/numbers')).headers.has('retry-after')).toBe(false);
  });

  test('S29 an unexpected error tells nothing of its cause', async () => {
    const { ask } = failingWith(new TypeError('read a-test-token of undefined'));
    const problem = await problemOf(await ask('/api/numbers'));
    expect(problem).toMatchObject({ code: 'internal', status: 500 });
    expect(JSON.stringify(problem)).not.toMatch(/a-test-token|undefined|TypeError/);
  });

  test('S30 every request has an id of our own', async () => {
    const { ask } = createTestApp();
    const headers = { 'x-request-id': 'forged' };
    const first = await problemOf(await ask('/api/nope', { headers }));
    const second = await problemOf(await ask('/api/nope', { headers }));
    expect(first.requestId).not.toBe('forged');
    expect(first.requestId).not.toBe(second.requestId);
  });
});

describe('S26 every answer has the security headers', () => {
  const down = failingWith(new ProblemError('upstream_unavailable', 'Down.'));
  const broken = failingWith(new Error('broken'));
  const app = createTestApp();
  test.each([
    [200, app, '/api/numbers', 'GET'],
    [200, app, '/livez', 'GET'],
    [400, app, '/api/numbers?x=1', 'GET'],
    [404, app, '/api/nope', 'GET'],
    [404, app, '/nope', 'GET'],
    [405, app, '/api/numbers', 'POST'],
    [500, broken, '/api/numbers', 'GET'],
    [502, down, '/api/numbers', 'GET'],
  ])('%i', async (status, { ask }, path, method) => {
    const response = await ask(path, { method });
    expect(response.status).toBe(status);
    const headers = Object.fromEntries(response.headers);
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringMatching(/^default-src 'none'; script-src 'self';/),
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers).not.toHaveProperty('x-powered-by');
  });
});

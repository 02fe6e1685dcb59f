import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ProblemError } from '../../problem-error.ts';
import { createMemoryMarks } from '../../shared/marks.ts';
import { createMemorySessions } from '../../shared/sessions.ts';
import { createTestCompany, type Jar } from './test-company.ts';
import { clientId, type Making, startTestIssuer, type TestIssuer } from './test-issuer.ts';

let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await startTestIssuer();
});
afterAll(() => issuer.close());

type TestCompany = Awaited<ReturnType<typeof createTestCompany>>;

const at = (changes: Partial<Parameters<typeof createTestCompany>[0]> = {}) =>
  createTestCompany({ issuer: issuer.issuer, ...changes });

async function enter(company: TestCompany, making: Making = {}): Promise<Jar> {
  const jar: Jar = new Map();
  const { state, nonce } = await company.begin(jar);
  await issuer.hands(nonce, making);
  expect((await company.comeBack(jar, { code: 'x', state })).status).toBe(200);
  return jar;
}

const statusOf = async (company: TestCompany, jar: Jar) => (await company.session(jar)).status;

const claims = (changes: Record<string, unknown>): Making => ({ claims: changes });
const now = () => Math.floor(Date.now() / 1000);
const event = 'http://schemas.openid.net/event/backchannel-logout';

describe('the provider says that somebody has logged out', () => {
  test('one session ends, on every replica, and those of others go on', async () => {
    const company = await at();
    const other = await at({ shared: company.shared });
    const first = await enter(company);
    const second = await enter(other, claims({ sid: 's2' }));
    const bob = await enter(other, claims({ sub: 'bob', sid: 's3' }));
    const answer = await other.postLogout({ logout_token: await issuer.logoutToken() });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await statusOf(company, first)).toBe(401);
    expect(await statusOf(company, second)).toBe(200);
    expect(await statusOf(company, bob)).toBe(200);
    expect(other.log()).toContainEqual(
      expect.objectContaining({ event: 'logout_by_provider', persons: ['Ann Lee'], sessions: 1 }),
    );
  });

  test.each([
    ['all of the person without the name of a session', { sid: undefined }],
    ['the named one without a person', { sub: undefined }],
  ])('%s', async (_name, changes) => {
    const company = await at();
    const first = await enter(company);
    const second = await enter(company, claims({ sid: 's2' }));
    const logout_token = await issuer.logoutToken(claims(changes));
    expect((await company.postLogout({ logout_token })).status).toBe(200);
    expect(await statusOf(company, first)).toBe(401);
    expect(await statusOf(company, second)).toBe('sid' in changes ? 401 : 200);
  });

  test('a sign-in that is being finished meanwhile opens no session', async () => {
    const company = await at();
    const other = await at({ shared: company.shared });
    const jar: Jar = new Map();
    const { state, nonce } = await company.begin(jar);
    await issuer.hands(nonce);
    await other.postLogout({ logout_token: await issuer.logoutToken() });
    const answer = await company.comeBack(jar, { code: 'x', state });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('You have signed out at your company');
    expect(await statusOf(company, jar)).toBe(401);
    expect(await company.shared.sessions.list()).toEqual([]);
    expect(await statusOf(company, await enter(company, claims({ sid: 's2' })))).toBe(200);
  });

  test('requests under way are cut', async () => {
    const company = await at();
    const cutting = await at({ shared: company.shared });
    const jar = await enter(company);
    const reading = company.ask('/api/numbers', jar);
    await expect.poll(() => company.waiting).toHaveLength(1);
    await cutting.postLogout({ logout_token: await issuer.logoutToken() });
    expect(company.waiting[0]?.aborted).toBe(true);
    expect((await reading).status).toBe(401);
    expect(await (await reading).json()).toMatchObject({ code: 'unauthenticated' });
  });
});

describe('refused, and nobody is signed out', () => {
  const ended = { [event]: {} };
  test.each<[string, () => Making]>([
    ['a token without signature', () => ({ unsigned: true })],
    ['a token signed by a stranger', () => ({ byStranger: true })],
    ['a token signed with the secret', () => ({ withSecret: true })],
    ['a wrong issuer', () => claims({ iss: 'https://evil.example' })],
    ['another client', () => claims({ aud: 'another' })],
    ['an expired token', () => claims({ exp: now() - 60 })],
    ['an old token', () => claims({ iat: now() - 400, exp: undefined })],
    ['a token of the future', () => claims({ iat: now() + 60 })],
    ['no time', () => claims({ iat: undefined })],
    ['no name of the token', () => claims({ jti: undefined })],
    ['no event', () => claims({ events: undefined })],
    ['another event', () => claims({ events: { 'http://x.example/event': {} } })],
    ['an event that is no object', () => claims({ events: { [event]: true } })],
    ['a nonce, as in an ID token', () => claims({ nonce: 'x', events: ended })],
    ['neither person nor session', () => claims({ sub: undefined, sid: undefined })],
    ['an ID token', () => claims({ events: undefined, jti: undefined, nonce: 'x' })],
  ])('%s', async (_name, making) => {
    const company = await at();
    const jar = await enter(company);
    const logout_token = await issuer.logoutToken(making());
    const answer = await company.postLogout({ logout_token });
    expect([answer.status, await answer.json()]).toEqual([400, { error: 'invalid_request' }]);
    expect(await statusOf(company, jar)).toBe(200);
    expect(company.log()).toContainEqual(expect.objectContaining({ event: 'logout_refused' }));
  });

  test.each<[string, () => Promise<string> | string, Record<string, string>]>([
    ['no token', () => 'x=1', {}],
    ['an empty token', () => 'logout_token=', {}],
    ['two tokens', async () => `logout_token=${await issuer.logoutToken()}&logout_token=x`, {}],
    ['junk', () => 'logout_token=a.b.c', {}],
    ['a large body', () => `logout_token=${'x'.repeat(20_000)}`, {}],
    [
      'JSON',
      async () => JSON.stringify({ logout_token: await issuer.logoutToken() }),
      { 'content-type': 'application/json' },
    ],
  ])('%s', async (_name, body, headers) => {
    const company = await at();
    const jar = await enter(company);
    const answer = await company.ask('/sign-in/back-channel-logout', new Map(), {
      method: 'POST',
      body: await body(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
    expect([answer.status, await answer.json()]).toEqual([400, { error: 'invalid_request' }]);
    expect(await statusOf(company, jar)).toBe(200);
  });

  test('the same token a second time, on any replica', async () => {
    const company = await at();
    const other = await at({ shared: company.shared });
    const logout_token = await issuer.logoutToken(claims({ sid: undefined }));
    expect((await company.postLogout({ logout_token })).status).toBe(200);
    const jar = await enter(company);
    expect((await other.postLogout({ logout_token })).status).toBe(400);
    expect(await statusOf(company, jar)).toBe(200);
  });
});

test('without the store nothing is acknowledged, and the same token counts later', async () => {
  const sessions = createMemorySessions();
  let isAway = false;
  const away = () => new ProblemError('store_unavailable', 'Away.', { retryAfterMs: 1000 });
  const shared = {
    sessions: {
      ...sessions,
      endAll: (of: Parameters<typeof sessions.endAll>[0]) =>
        isAway ? Promise.reject(away()) : sessions.endAll(of),
    },
    marks: createMemoryMarks(),
  };
  const company = await at({ shared });
  const jar = await enter(company);
  const logout_token = await issuer.logoutToken();
  isAway = true;
  const answer = await company.postLogout({ logout_token });
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
  expect(await statusOf(company, jar)).toBe(200);
  isAway = false;
  expect((await company.postLogout({ logout_token })).status).toBe(200);
  expect(await statusOf(company, jar)).toBe(401);
});

test('without the keys of the provider nothing is acknowledged either', async () => {
  const restarted = await startTestIssuer();
  const company = await createTestCompany({ issuer: restarted.issuer });
  await restarted.close();
  const answer = await company.postLogout({ logout_token: await restarted.logoutToken() });
  expect(answer.status).toBe(503);
});

test('a form of a browser gets nothing more than anybody else', async () => {
  const company = await at();
  const jar = await enter(company);
  const answer = await company.ask('/sign-in/back-channel-logout', jar, {
    method: 'POST',
    body: `logout_token=${clientId}`,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'cross-site',
      origin: 'https://evil.example',
    },
  });
  expect(answer.status).toBe(400);
  expect(answer.headers.getSetCookie()).toEqual([]);
  expect(await statusOf(company, jar)).toBe(200);
});

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createMemoryMarks } from '../../shared/marks.ts';
import { createMemorySessions } from '../../shared/sessions.ts';
import { createTestCompany, type Jar } from './test-company.ts';
import {
  clientId,
  clientSecret,
  type Making,
  startTestIssuer,
  type TestIssuer,
} from './test-issuer.ts';

type TestCompany = Awaited<ReturnType<typeof createTestCompany>>;

let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await startTestIssuer();
});
afterAll(() => issuer.close());

const at = (changes: Partial<Parameters<typeof createTestCompany>[0]> = {}) =>
  createTestCompany({ issuer: issuer.issuer, ...changes });

/** Signs in with an ID token made so. */
async function enter(
  company: TestCompany,
  jar: Jar,
  making?: Making,
  query = '',
  from: TestIssuer = issuer,
) {
  const { state, nonce } = await company.begin(jar, query);
  await from.hands(nonce, making);
  const response = await company.comeBack(jar, { code: 'a-code', state });
  return { response, text: await response.text(), state };
}

const refresh = (text: string) =>
  /<meta http-equiv="refresh" content="0; url=([^"]*)">/.exec(text)?.[1];
const heading = (text: string) => /<h1>(.*?)<\/h1>/.exec(text)?.[1];

describe('a person who signs in at the company’s provider', () => {
  test('is sent there with a challenge, a state and a nonce that are new each time', async () => {
    const company = await at();
    const jar: Jar = new Map();
    const { response, address, state, nonce } = await company.begin(jar);
    expect(response.status).toBe(302);
    expect(address.origin + address.pathname).toBe(`${issuer.issuer}/authorize`);
    expect(Object.fromEntries(address.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'rented-numbers',
      redirect_uri: 'https://numbers.example/sign-in/callback',
      scope: 'openid profile email',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    const second = await company.begin(jar);
    expect([second.state, second.nonce]).not.toContain(state);
    expect([second.state, second.nonce]).not.toContain(nonce);
    const asOther = await company.begin(jar, '?as=other');
    expect(asOther.address.searchParams.get('prompt')).toBe('login');
  });

  test('comes back to a page that goes on by itself, signed in, and no token is kept', async () => {
    const company = await at();
    const jar: Jar = new Map();
    const { response, text } = await enter(company, jar, {}, '?to=./?q=%22%26a');
    expect(response.status).toBe(200);
    expect(refresh(text)).toBe('/?q=%22&amp;a');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(text).not.toContain('<script');
    const [setCookie = ''] = response.headers.getSetCookie().filter((one) => one.includes('sid='));
    expect(setCookie.split('; ').toSorted().slice(0, 4)).toEqual([
      'HttpOnly',
      'Path=/',
      'SameSite=Strict',
      'Secure',
    ]);
    expect([...jar.keys()]).toEqual(['__Host-sid']);
    const session = await (await company.session(jar)).json();
    expect(session).toMatchObject({
      person: { name: 'Ann Lee', role: 'operator' },
      has_sign_in: true,
      can_reveal_tokens: true,
    });
    const [kept] = await company.shared.sessions.list();
    expect(kept?.person).toEqual({
      name: 'Ann Lee',
      provider: { issuer: issuer.issuer, subject: 'ann', sid: 's1' },
      groups: ['ops'],
      role: 'operator',
    });
    expect(issuer.redeemed.at(-1)?.fields.get('code_verifier')).toMatch(/^[\w-]{43}$/);
    // RFC 6749, section 2.3.1: both are encoded first.
    const [, basic = ''] = (issuer.redeemed.at(-1)?.authorization ?? '').split(' ');
    expect(decodeURIComponent(Buffer.from(basic, 'base64').toString())).toBe(
      `${clientId}:${clientSecret}`,
    );
  });

  test('has a sealed cookie for the attempt, which comes along from another site', async () => {
    const company = await at({ origin: 'https://tools.example/numbers' });
    const { response, state, nonce } = await company.begin(new Map());
    const [cookie = ''] = response.headers.getSetCookie();
    const [pair = '', ...attributes] = cookie.split('; ');
    expect(pair).toMatch(new RegExp(`^__Secure-sign-in-${state}=[\\w-]+$`));
    expect(attributes.toSorted()).toEqual([
      'HttpOnly',
      'Max-Age=600',
      'Path=/numbers/sign-in',
      'SameSite=Lax',
      'Secure',
    ]);
    expect(Buffer.from(pair.split('=')[1]!, 'base64url').toString('latin1')).not.toContain(nonce);
  });

  test('may sign in in two tabs at once, and in many one after the other', async () => {
    const company = await at();
    const jar: Jar = new Map();
    const first = await company.begin(jar, '?to=./?q=1');
    const second = await company.begin(jar, '?to=./?q=2');
    await issuer.hands(second.nonce);
    const there = await company.comeBack(jar, { code: 'x', state: second.state });
    expect(refresh(await there.text())).toBe('/?q=2');
    await issuer.hands(first.nonce);
    const here = await company.comeBack(jar, { code: 'x', state: first.state });
    expect(refresh(await here.text())).toBe('/?q=1');
    for (let times = 0; times < 20; times += 1) await company.begin(jar);
    expect([...jar.keys()].filter((name) => name.includes('sign-in-'))).toHaveLength(5);
  });

  test('ends the session that the browser had before', async () => {
    const company = await at();
    const jar: Jar = new Map();
    await enter(company, jar);
    const old = new Map(jar);
    // The strict cookie does not come along from the provider’s page.
    const attempt = await company.begin(jar);
    jar.delete('__Host-sid');
    await issuer.hands(attempt.nonce);
    await company.comeBack(jar, { code: 'x', state: attempt.state });
    expect((await company.session(old)).status).toBe(401);
    expect((await company.session(jar)).status).toBe(200);
    expect(await company.shared.sessions.list()).toHaveLength(1);
  });

  test('may begin on one replica and come back to another', async () => {
    const first = await at();
    const second = await at({ shared: first.shared });
    const jar: Jar = new Map();
    const { state, nonce } = await first.begin(jar);
    await issuer.hands(nonce);
    expect((await second.comeBack(jar, { code: 'x', state })).status).toBe(200);
    expect((await first.session(jar)).status).toBe(200);
  });

  test.each([
    ['more than 500', () => ({ groups: ['ops', ...Array(500).fill('canary')] })],
    ['not in the token', () => ({ groups: undefined, _claim_names: { groups: 'canary' } })],
  ])('has groups that are left out: the log says %s, and names none', async (reason, changes) => {
    const company = await at();
    const jar: Jar = new Map();
    const { state, nonce } = await company.begin(jar);
    await issuer.hands(nonce, { claims: changes() });
    await company.comeBack(jar, { code: 'x', state });
    const said = company.log().filter(({ msg }) => msg === 'groups of a person left out');
    expect(said).toEqual([expect.objectContaining({ person: 'Ann Lee', reason })]);
    expect(company.logText()).not.toContain('canary');
  });

  test('has name and groups from the provider’s other address where the token lacks them', async () => {
    const thin = await startTestIssuer();
    thin.tellsAtUserInfo({ sub: 'ann', preferred_username: 'ann.lee', groups: ['leads'] });
    const company = await createTestCompany({ issuer: thin.issuer });
    const jar: Jar = new Map();
    const { state, nonce } = await company.begin(jar);
    await thin.hands(nonce, { claims: { name: undefined, groups: undefined } });
    expect((await company.comeBack(jar, { code: 'x', state })).status).toBe(200);
    expect(await (await company.session(jar)).json()).toMatchObject({
      person: { name: 'ann.lee', role: 'admin' },
    });
    await thin.close();
  });

  test('is not signed in as somebody else of whom that address tells', async () => {
    const wrong = await startTestIssuer();
    wrong.tellsAtUserInfo({ sub: 'bob', name: 'Bob', groups: ['leads'] });
    const company = await createTestCompany({ issuer: wrong.issuer });
    const jar: Jar = new Map();
    const { state, nonce } = await company.begin(jar);
    await wrong.hands(nonce, { claims: { groups: undefined } });
    expect((await company.comeBack(jar, { code: 'x', state })).status).toBe(502);
    expect(await company.shared.sessions.list()).toEqual([]);
    await wrong.close();
  });
});

describe('nobody is signed in, and a clear page says why, for', () => {
  const now = () => Math.floor(Date.now() / 1000);
  const cannotBeTrusted = 'The answer of your company’s sign-in cannot be trusted';
  const outOfDate = 'The answer of your company’s sign-in is out of date';

  test.each<[string, () => Making, string, string]>([
    [
      'a wrong nonce',
      () => ({ claims: { nonce: 'x'.repeat(43) } }),
      cannotBeTrusted,
      'claim nonce',
    ],
    [
      'no nonce',
      () => ({ claims: { nonce: undefined } }),
      cannotBeTrusted,
      'OAUTH_INVALID_RESPONSE',
    ],
    [
      'a wrong issuer',
      () => ({ claims: { iss: 'https://evil.example' } }),
      cannotBeTrusted,
      'claim iss',
    ],
    ['another client', () => ({ claims: { aud: 'another' } }), cannotBeTrusted, 'claim aud'],
    [
      'an expired token',
      () => ({ claims: { exp: now() - 31 } }),
      outOfDate,
      'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
    ],
    [
      'a token of the future',
      () => ({ claims: { nbf: now() + 60 } }),
      outOfDate,
      'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
    ],
    [
      'no expiry',
      () => ({ claims: { exp: undefined } }),
      cannotBeTrusted,
      'OAUTH_INVALID_RESPONSE',
    ],
    [
      'a token without signature',
      () => ({ unsigned: true }),
      cannotBeTrusted,
      'OAUTH_UNSUPPORTED_OPERATION',
    ],
    [
      'a token signed with the secret',
      () => ({ withSecret: true }),
      cannotBeTrusted,
      'OAUTH_UNSUPPORTED_OPERATION',
    ],
    [
      'a token signed by a stranger',
      () => ({ byStranger: true }),
      cannotBeTrusted,
      'OAUTH_INVALID_RESPONSE',
    ],
    ['no group with a role', () => ({ claims: { groups: ['sales'] } }), 'You have no access', ''],
  ])('%s', async (_name, making, title, reason) => {
    const company = await at();
    const jar: Jar = new Map();
    const { response, text } = await enter(company, jar, making());
    expect(heading(text)).toBe(title);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect([...jar.keys()]).toEqual([]);
    expect(await company.shared.sessions.list()).toEqual([]);
    expect(text).toContain('href="/sign-in');
    const failures = company.log().filter(({ event }) => event === 'sign_in_failed');
    expect(failures.map((failure) => failure.reason)).toEqual(reason === '' ? [] : [reason]);
  });

  test('an answer that comes a second time', async () => {
    const company = await at();
    const jar: Jar = new Map();
    const { state, nonce } = await company.begin(jar);
    const stolen = new Map(jar);
    await issuer.hands(nonce);
    await company.comeBack(jar, { code: 'x', state });
    const again = await company.comeBack(jar, { code: 'x', state });
    expect(again.status).toBe(400);
    expect(heading(await again.text())).toBe('This sign-in cannot be finished here');
    // With the cookie of the attempt, and on another replica, too.
    const other = await at({ shared: company.shared });
    const replayed = await other.comeBack(stolen, { code: 'x', state });
    expect(replayed.status).toBe(400);
    expect(heading(await replayed.text())).toBe('This sign-in was used already');
    expect(await company.shared.sessions.list()).toHaveLength(1);
    expect((await company.session(jar)).status).toBe(200);
  });

  test('an answer in another browser, or one that nobody asked for', async () => {
    const company = await at();
    const mine: Jar = new Map();
    const { state, nonce } = await company.begin(mine);
    await issuer.hands(nonce);
    const theirs: Jar = new Map();
    const own = await company.begin(theirs);
    const asked = issuer.redeemed.length;
    const queries: Record<string, string>[] = [
      { code: 'x', state },
      { code: 'x', state: 'x'.repeat(43) },
      { code: 'x', state: '' },
      { code: 'x' },
      {},
    ];
    for (const query of queries) {
      const response = await company.comeBack(theirs, query);
      expect(response.status).toBe(400);
      expect(heading(await response.text())).toBe('This sign-in cannot be finished here');
    }
    // The cookie of one attempt does not open for the state of another.
    const sealed = theirs.get(`__Secure-sign-in-${own.state}`)!;
    const forged: Jar = new Map([[`__Secure-sign-in-${state}`, sealed]]);
    expect((await company.comeBack(forged, { code: 'x', state })).status).toBe(400);
    expect(issuer.redeemed).toHaveLength(asked);
    // The attempt itself goes on.
    expect((await company.comeBack(mine, { code: 'x', state })).status).toBe(200);
  });

  test('an answer that comes ten minutes later', async () => {
    const company = await at();
    const jar: Jar = new Map();
    const { state, nonce } = await company.begin(jar);
    await issuer.hands(nonce);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10 * 60 * 1000 });
    try {
      const late = await company.comeBack(jar, { code: 'x', state });
      expect([late.status, heading(await late.text())]).toEqual([
        400,
        'This sign-in cannot be finished here',
      ]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('the provider’s own errors, and the wrong sender of an answer', async () => {
    const company = await at();
    const says = async (query: Record<string, string>) => {
      const jar: Jar = new Map();
      const { state } = await company.begin(jar);
      const response = await company.comeBack(jar, { state, ...query });
      return [response.status, heading(await response.text())];
    };
    expect(await says({ error: 'access_denied' })).toEqual([403, 'Your company’s sign-in said no']);
    expect(await says({ error: 'temporarily_unavailable' })).toEqual([
      503,
      'Your company’s sign-in does not answer',
    ]);
    expect(await says({ error: 'invalid_scope', error_description: '<b>x' })).toEqual([
      502,
      'Your company’s sign-in reported an error',
    ]);
    expect(await says({ code: 'x', iss: 'https://evil.example' })).toEqual([502, cannotBeTrusted]);
    issuer.answers(400, { error: 'invalid_grant' });
    expect(await says({ code: 'x' })).toEqual([502, 'Your company’s sign-in reported an error']);
    const challenge = { 'www-authenticate': 'Basic realm="provider"' };
    issuer.answers(401, { error: 'invalid_client' }, challenge);
    expect(await says({ code: 'x' })).toEqual([502, 'Your company’s sign-in reported an error']);
    issuer.answers(500, 'oops');
    expect(await says({ code: 'x' })).toEqual([503, 'Your company’s sign-in does not answer']);
    const reasons = company.log().flatMap(({ reason }) => reason ?? []);
    expect(reasons).toContain('invalid_scope');
    expect(reasons).toContain('HTTP 401');
    expect(company.logText()).not.toContain('<b>');
  });

  test('a person without a role can come as somebody else', async () => {
    const company = await at();
    const { text } = await enter(company, new Map(), { claims: { groups: [] } });
    expect(text).toContain('href="/sign-in?as=other"');
    expect(company.log()).toContainEqual(
      expect.objectContaining({ event: 'forbidden', person: 'Ann Lee', subject: 'ann' }),
    );
  });
});

test('clocks may be apart by the tolerance, and no more', async () => {
  const late = (seconds: number) => ({
    claims: { exp: Math.floor(Date.now() / 1000) - seconds },
  });
  const statusWith = async (clockToleranceS: number, seconds: number) => {
    const company = await at({ settings: { clockToleranceS } });
    return (await enter(company, new Map(), late(seconds))).response.status;
  };
  expect(await statusWith(60, 50)).toBe(200);
  expect(await statusWith(60, 62)).toBe(502);
  expect(await statusWith(0, 1)).toBe(502);
});

test('while the provider is away a page says so, and sessions live on', async () => {
  const other = await startTestIssuer();
  const company = await at({ issuer: other.issuer });
  const jar: Jar = new Map();
  await enter(company, jar, {}, '', other);
  const gone = await at({ issuer: other.issuer, shared: company.shared });
  await other.close();
  const { response } = await gone.begin(new Map());
  expect(response.status).toBe(503);
  expect(heading(await response.text())).toBe('Your company’s sign-in does not answer');
  expect(response.headers.getSetCookie()).toEqual([]);
  expect((await gone.session(jar)).status).toBe(200);
  // A connection of before may be kept open, and is then found closed.
  const reason = expect.stringMatching(/^(ECONNREFUSED|UND_ERR_SOCKET)$/);
  expect(gone.log()).toContainEqual(expect.objectContaining({ event: 'sign_in_failed', reason }));
});

test('where another provider is set, or none, the sessions of the one before do not count', async () => {
  const company = await at();
  const jar: Jar = new Map();
  await enter(company, jar);
  expect((await company.session(jar)).status).toBe(200);
  const moved = await at({ issuer: 'https://id2.example', shared: company.shared });
  expect((await moved.session(jar)).status).toBe(401);
  expect(await company.shared.sessions.list()).toEqual([]);
});

test('a fault of this server has a page that says so, and its place in the log', async () => {
  const sessions = createMemorySessions();
  sessions.create = () => Promise.reject(new TypeError('A fault.'));
  const company = await at({ shared: { sessions, marks: createMemoryMarks() } });
  const { response, text } = await enter(company, new Map());
  expect([response.status, heading(text)]).toEqual([500, 'Signing in failed']);
  expect(company.log()).toContainEqual(
    expect.objectContaining({ msg: 'unexpected error', name: 'TypeError' }),
  );
});

test('the log has no code, state, token or secret', async () => {
  const company = await at();
  const jar: Jar = new Map();
  const { state, nonce } = await company.begin(jar, '?to=./?q=%2B447911');
  await issuer.hands(nonce);
  await company.comeBack(jar, { code: 'a-secret-code', state });
  await company.comeBack(jar, { code: 'a-secret-code', state });
  await company.postLogout({ logout_token: await issuer.logoutToken() });
  const text = company.logText();
  for (const secret of [state, nonce, 'a-secret-code', 'a-secret-of', 'eyJ', '447911', '?']) {
    expect(text).not.toContain(secret);
  }
  expect(company.log()).toContainEqual(
    expect.objectContaining({
      event: 'signed_in',
      by: 'company',
      role: 'operator',
      person: 'Ann Lee',
      subject: 'ann',
    }),
  );
});

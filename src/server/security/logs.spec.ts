import { describe, expect, test } from 'vitest';
import { ProblemError } from '../problem-error.ts';
import { createFullApp, password } from './test-full-app.ts';

const injections = [
  '\r\n{"level":30,"msg":"forged"}',
  '\u001b[2J\u001b[31m',
  '\u009b31m',
  '\u202egnp.exe',
  '\u2028\u2029',
  '","msg":"forged',
  '\0',
];

/** Control characters except the line break, and characters that change the direction of text. */
const steersTerminal = /(?!\n)[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u;

function expectHonest({ logText, log }: Awaited<ReturnType<typeof createFullApp>>) {
  expect(logText()).not.toMatch(steersTerminal);
  // Every line is one object, with one of our own messages.
  const lines = logText().trimEnd().split('\n');
  expect(lines).toHaveLength(log().length);
  for (const line of log()) expect(['request', 'problem', 'security']).toContain(line.msg);
}

describe('S30 no text of a request becomes a line of its own, or steers a terminal', () => {
  test.each(injections)('%j', async (injection) => {
    const full = await createFullApp({ trustedProxies: ['10.0.0.1'] });
    const encoded = encodeURIComponent(injection);
    // A header value can hold printable ASCII and Latin-1, but no control characters.
    const header = [...injection].filter((sign) => /[\x20-\x7e\x80-\xff]/.test(sign)).join('');
    for (const path of [`/${encoded}`, `/api/${encoded}`, `/api/numbers?type=${encoded}`]) {
      await full.ask(path);
      await full.ask(path, { headers: { 'user-agent': header, 'sec-fetch-site': header } });
      await full.ask(path, { headers: { 'x-request-id': header, 'x-forwarded-for': header } });
      await full.ask(path, { headers: { host: header } });
    }
    await full.ask(`/api/numbers/${encoded}/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ number: injection }),
    });
    await full.signIn(injection, '10.0.0.1', { 'x-forwarded-for': header });
    expectHonest(full);
  });
});

test('S30 the log holds no password, cookie, cursor, query or number', async () => {
  const full = await createFullApp();
  const secrets = [password, 'a-wrong-guess', full.cookie.split('=')[1] ?? '', 'c2VjcmV0.Y3Vyc29y'];
  await full.signIn(password);
  await full.signIn('a-wrong-guess');
  await full.ask('/api/numbers?number=447480600503&cursor=c2VjcmV0.Y3Vyc29y');
  await full.ask('/api/session', { headers: { authorization: 'Bearer a-bearer-token' } });
  await full.ask('/api/session', { method: 'DELETE' });
  expectHonest(full);
  for (const secret of [...secrets, 'a-bearer-token', '447480600503', '?']) {
    expect(full.logText()).not.toContain(secret);
  }
});

describe('S31 security events are logged', () => {
  const events = ({ log }: Awaited<ReturnType<typeof createFullApp>>) =>
    log().flatMap(({ event, client, level, requestId }) =>
      event === undefined ? [] : [{ event, client, level, hasId: typeof requestId === 'string' }],
    );

  test('sign-in, refused sign-in, sign-out', async () => {
    const full = await createFullApp();
    const client = '192.0.2.7';
    await full.signIn(password, client);
    for (let tries = 0; tries < 5; tries += 1) await full.signIn('wrong', client);
    await full.signIn('wrong', client);
    await full.ask('/api/session', { method: 'DELETE' }, client);
    expect(events(full)).toEqual([
      { event: 'signed_in', client, level: 30, hasId: true },
      ...Array(5).fill({ event: 'sign_in_failed', client, level: 40, hasId: true }),
      { event: 'sign_in_throttled', client, level: 40, hasId: true },
      { event: 'signed_out', client, level: 30, hasId: true },
    ]);
  });

  test.each(['upstream_auth', 'upstream_contract'] as const)('F15 %s', async (code) => {
    const answer = () => Promise.reject(new ProblemError(code, 'What happened.'));
    const full = await createFullApp({ answer });
    await full.ask('/api/numbers');
    expect(events(full)).toEqual([{ event: code, client: '127.0.0.1', level: 40, hasId: true }]);
  });

  test('refused hosts and other sites', async () => {
    const full = await createFullApp();
    await full.ask('/', { headers: { host: 'evil.example' } });
    await full.ask('/api/session', { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(events(full)).toMatchObject([
      { event: 'host_refused', level: 40 },
      { event: 'cross_site_refused', level: 40 },
    ]);
    expect(full.log()).toContainEqual(expect.objectContaining({ site: 'cross-site' }));
  });
});

describe('S16 a token that is revealed', () => {
  const reveal = (full: Awaited<ReturnType<typeof createFullApp>>, sid = 'num-sip') =>
    full.ask(`/api/numbers/${sid}/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ number: '447480600503' }),
    });

  test('is in the answer, kept by no cache, and only its SID is in the log', async () => {
    const full = await createFullApp();
    const response = await reveal(full);
    expect(await response.json()).toEqual({ token: 'a-test-sip-token' });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(full.log()).toContainEqual(
      expect.objectContaining({
        event: 'token_revealed',
        client: '127.0.0.1',
        number_sid: 'num-sip',
        level: 40,
      }),
    );
    expect(full.logText()).not.toContain('a-test-sip-token');
  });

  test('needs a valid SID of an existing number', async () => {
    const full = await createFullApp();
    expect((await reveal(full, 'num-none')).status).toBe(404);
    expect((await reveal(full, '..%2f..')).status).toBe(400);
    expect(full.logText()).not.toContain('token_revealed');
  });

  test('is not offered without the setting', async () => {
    const full = await createFullApp({ allowTokenReveal: false });
    expect((await reveal(full)).status).toBe(404);
  });
});

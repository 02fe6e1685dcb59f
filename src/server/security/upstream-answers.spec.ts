import type { ServerResponse } from 'node:http';
import { pino } from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { documentedRow, wirePage } from '#sandbox/stand-in/documented-row.ts';
import { sendJson, startStandIn } from '#sandbox/stand-in/start-stand-in.ts';
import { createUpstream } from '../upstream/client.ts';
import { createFullApp } from './test-full-app.ts';

const tokenSecret = 'the-account-token';
const sipSecret = 'the-sip-secret';
const credentials = { accountSid: 'acc-test', authToken: tokenSecret };
const basic = Buffer.from(`acc-test:${tokenSecret}`).toString('base64');

const running: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.close();
});

/** The whole app over an upstream with the given answer. */
async function appOver(answer: (response: ServerResponse) => void) {
  const vendor = await startStandIn((_, response) => answer(response));
  const upstream = createUpstream({
    ...credentials,
    baseUrl: new URL(vendor.url),
    concurrency: 2,
    timeoutMs: 500,
    deadlineMs: 600,
  });
  running.push(vendor, upstream);
  const full = await createFullApp({ upstream });
  return { ...full, requests: vendor.requests, url: vendor.url };
}

const hostile = {
  'set-cookie': 'sid=planted; Path=/',
  'www-authenticate': 'Basic realm="vendor"',
  'access-control-allow-origin': '*',
  'content-security-policy': "default-src * 'unsafe-inline'",
  'cache-control': 'public, max-age=999',
  'clear-site-data': '"*"',
  location: 'https://evil.example/',
  refresh: '0; url=https://evil.example/',
  server: 'vendor/1.0',
  'x-powered-by': 'vendor',
  link: '<https://evil.example/>; rel=preload',
};

describe('S22 no header of the upstream reaches the browser', () => {
  test.each([
    [200, 200, undefined],
    [401, 502, 'upstream_auth'],
    [403, 502, 'upstream_auth'],
    [404, 502, 'upstream_account'],
    [302, 502, 'upstream_contract'],
  ])('%i is %i %s', async (status, ours, code) => {
    const { ask } = await appOver((response) => {
      response.writeHead(status, { ...hostile, 'content-type': 'application/json' });
      response.end(JSON.stringify(wirePage([documentedRow()])));
    });
    const honest = await (await createFullApp()).ask('/api/numbers');
    const response = await ask('/api/numbers');
    expect(response.status).toBe(ours);
    expect([...response.headers.keys()]).toEqual([...honest.headers.keys()]);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    if (code !== undefined) expect(await response.json()).toMatchObject({ code });
    // A refusal by the upstream signs nobody out.
    expect((await ask('/api/session')).status).toBe(200);
  });
});

test('S21 no header of the browser reaches the upstream', async () => {
  const { ask, requests } = await appOver((response) => sendJson(response, wirePage([])));
  await ask('/api/numbers', {
    headers: {
      authorization: 'Bearer of-the-browser',
      'accept-language': 'de',
      forwarded: 'for=192.0.2.1',
      origin: 'http://localhost:3000',
      referer: 'http://localhost:3000/?number=1',
      'user-agent': 'browser',
      'x-forwarded-for': '192.0.2.1',
      'x-http-method-override': 'DELETE',
      'x-original-url': '/v2/accounts',
    },
  });
  const { host: _, ...headers } = requests[0]?.headers ?? {};
  expect(headers).toEqual({
    authorization: `Basic ${basic}`,
    accept: 'application/json',
    connection: 'keep-alive',
  });
});

const sip = documentedRow({ type: 'sip', token: sipSecret });
const faults: [string, (response: ServerResponse) => void][] = [
  ['a page', (response) => sendJson(response, wirePage([sip, { ...sip, sip_token: sipSecret }]))],
  ['a broken row', (response) => sendJson(response, wirePage([{ ...sip, number: null }]))],
  [
    'a token of another kind',
    (response) => sendJson(response, wirePage([{ ...sip, token: [sip] }])),
  ],
  ['no next', (response) => sendJson(response, { numbers: [sip] })],
  ['a strange next', (response) => sendJson(response, wirePage([sip], { next: basic }))],
  ['half a body', (response) => void response.writeHead(200).end(`{"a":"${sipSecret}`)],
  ['HTML', (response) => void response.setHeader('content-type', 'text/html').end(sipSecret)],
  ['400', (response) => void response.writeHead(400).end(sipSecret)],
  ['401', (response) => void response.writeHead(401).end(tokenSecret)],
  ['404', (response) => void response.writeHead(404).end(tokenSecret)],
  ['429', (response) => void response.writeHead(429, { 'retry-after': '60' }).end(tokenSecret)],
  ['500', (response) => void response.writeHead(500).end(`Error: ${basic}\n  at vendor.js:1`)],
  ['302', (response) => void response.writeHead(302, { location: `/${basic}` }).end()],
  ['a cut', (response) => void response.destroy()],
  ['nothing', () => {}],
];

describe('S14, S15 and S29 no answer of the upstream makes us tell a secret or its address', () => {
  test.each(faults)('%s', async (_name, answer) => {
    const { ask, logText, url } = await appOver(answer);
    const response = await ask('/api/numbers');
    const metrics = await (await ask('/metrics')).text();
    const said = JSON.stringify([[...response.headers], await response.text(), logText(), metrics]);
    for (const secret of [tokenSecret, sipSecret, basic, url, '/v2/accounts']) {
      expect(said).not.toContain(secret);
      expect(said).not.toContain(Buffer.from(secret).toString('base64').replace(/=+$/, ''));
    }
    expect(said).toContain('"msg\\":\\"request\\"');
  });
});

test('S15 a cached page holds only what the browser was sent', async () => {
  const log = pino({ level: 'silent' });
  const { url } = await appOver((response) => sendJson(response, wirePage([sip])));
  const upstream = createUpstream({
    ...credentials,
    baseUrl: new URL(url),
    concurrency: 1,
    timeoutMs: 500,
    deadlineMs: 600,
  });
  running.push(upstream);
  const query = { filters: {}, limit: 20, cursor: null };
  const { signal } = new AbortController();
  const first = await upstream.listNumbers(query, { signal, log });
  const remembered = await upstream.listNumbers(query, { signal, log });
  expect(remembered).toBe(first);
  expect(JSON.stringify(remembered)).not.toContain(sipSecret);
  expect(await upstream.readToken(String(sip.number_sid), '447480600503', { signal, log })).toBe(
    sipSecret,
  );
  expect(JSON.stringify(await upstream.listNumbers(query, { signal, log }))).not.toContain(
    sipSecret,
  );
});

import { connect } from 'node:net';
import { runToExit } from '../server.ts';
import { expect, test, withPassword } from './fixtures.ts';
import { rawRequest, sendRaw } from './raw-request.ts';

const securityHeaders = {
  'content-security-policy': expect.stringContaining("default-src 'none'"),
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': expect.stringContaining('camera=()'),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};
const noBody = /^(0\r\n\r\n)?$/;
/** The text for an unknown Host: the setting to make, and nothing about the server. */
const remedy = /^The dashboard is not known by this address: set PUBLIC_ORIGIN to [^\n]*\n$/;

test('S1 a request without exactly one own Host gets nothing', async ({ serve }) => {
  const { url } = await serve();
  const { host, port } = new URL(url);
  const get = (target: string, ...hosts: string[]) =>
    `GET ${target} HTTP/1.1\r\n${hosts.map((name) => `Host: ${name}\r\n`).join('')}Connection: close\r\n\r\n`;
  const requests: [string, string, number][] = [
    ['no Host', get('/'), 400],
    ['no Host, HTTP/1.0', 'GET / HTTP/1.0\r\n\r\n', 400],
    ['an empty Host', get('/', ''), 400],
    ['a Host that is none', get('/', 'a b'), 400],
    ['a path in it', get('/', `${host}/x`), 400],
    ['a user in it', get('/', `evil.example@${host}`), 400],
    ['two of them', get('/', host, 'evil.example'), 421],
    ['two of ours', get('/', host, host), 421],
    ['another', get('/', `evil.example:${port}`), 421],
    ['ours, longer', get('/', `127.0.0.1.evil.example:${port}`), 421],
    ['ours with a dot', get('/', `127.0.0.1.:${port}`), 421],
    ['ours without the port', get('/', '127.0.0.1'), 421],
    ['ours with another port', get('/', '127.0.0.1:1'), 421],
    ['all interfaces', get('/', `0.0.0.0:${port}`), 421],
    ['an absolute address', get('http://evil.example/', host), 421],
    ['an absolute address of ours', get(`${url}/livez`, host), 421],
    ['health', get('/livez', 'evil.example'), 421],
    ['metrics', get('/metrics', 'evil.example'), 421],
    ['a file', get('/theme.js', 'evil.example'), 421],
    ['the API', get('/api/numbers', 'evil.example'), 421],
  ];
  for (const [name, request, status] of requests) {
    const answer = await sendRaw(url, request);
    expect(answer, name).toMatchObject({ status, headers: securityHeaders });
    const isPage = status === 421 && / (http:\/\/evil\.example)?\/ HTTP/.test(request);
    expect(answer.body, name).toMatch(isPage ? remedy : noBody);
  }
  for (const name of ['127.0.0.1', 'localhost', '[::1]']) {
    expect((await sendRaw(url, get('/livez', `${name}:${port}`))).status).toBe(200);
  }
});

test('S5 unknown methods are refused', async ({ serve }) => {
  const { url } = await serve();
  const status = async (method: string, target: string) =>
    (await sendRaw(url, rawRequest(url, target, { method }))).status;
  for (const target of ['/', '/livez', '/api/numbers', '/theme.js']) {
    for (const method of ['TRACE', 'PUT', 'PATCH', 'PURGE', 'PROPFIND']) {
      expect(await status(method, target), `${method} ${target}`).toBe(405);
    }
    for (const method of ['TRACK', 'DEBUG', 'get', 'G\tT']) {
      expect(await status(method, target), `${method} ${target}`).toBe(400);
    }
  }
  // Node closes the connection of a CONNECT, because the server is no proxy.
  expect(await status('CONNECT', new URL(url).host)).toBe(0);
  expect(await status('OPTIONS', '*')).toBe(400);
});

test('S23 no spelling of a path gets around the sign-in, or out of the page’s folder', async ({
  serve,
}) => {
  const { url } = await serve(withPassword);
  const targets = [
    '//api/numbers',
    '/api//numbers',
    '/./api/numbers',
    '/x/../api/numbers',
    '/%2e%2e/api/numbers',
    '/%61pi/numbers',
    '/%61%70%69%2fnumbers',
    '/api%2fnumbers',
    '/api%5cnumbers',
    '/\\api\\numbers',
    '/API/numbers',
    '/api/numbers/',
    '/api/numbers%00',
    '/api/numbers\0',
    '/api/numbers;x=/theme.js',
    '/api/session/../numbers',
    '/livez/../api/numbers',
    '/theme.js/../api/numbers',
    '/api/numbers\u00e9',
    '/%ff/%zz',
    '/../server/main.js',
    '/%2e%2e/server/main.js',
    '/..%2fserver/main.js',
    '/assets/..%2f..%2f..%2fserver%2fmain.js',
    '/..%5cserver%5cmain.js',
    '/..\\server\\main.js',
    '/%252e%252e/server/main.js',
    '/assets/%c0%ae%c0%ae/server/main.js',
    '/....//server/main.js',
    '//127.0.0.1/server/main.js',
  ];
  for (const target of targets) {
    for (const method of ['GET', 'HEAD']) {
      const { status, body, headers } = await sendRaw(url, rawRequest(url, target, { method }));
      expect([400, 401, 404], `${method} ${target}: ${status}`).toContain(status);
      expect(body).not.toContain('number_sid');
      expect(body).not.toContain('createServer');
      expect(headers, target).toMatchObject(securityHeaders);
    }
  }
});

test('S26 and S34 requests that are too large, too slow or broken are refused, with our headers', async ({
  serve,
}) => {
  const { url } = await serve(withPassword);
  const json = 'Content-Type: application/json';
  const slow = sendRaw(url, `GET / HTTP/1.1\r\nHost: ${new URL(url).host}\r\n`);
  const post = (headers: string[], body: string) =>
    rawRequest(url, '/api/session', { method: 'POST', headers: [json, ...headers], body });
  const requests: [string, string, number][] = [
    ['headers of 17 kB', rawRequest(url, '/', { headers: [`X: ${'a'.repeat(17_000)}`] }), 431],
    ['an address of 5 kB', rawRequest(url, `/${'a'.repeat(5000)}`), 414],
    ['an address of 17 kB', rawRequest(url, `/${'a'.repeat(17_000)}`), 431],
    ['a body of 5 kB', post(['Content-Length: 5000'], 'a'.repeat(5000)), 413],
    [
      'a body of 5 kB in chunks',
      post(['Transfer-Encoding: chunked'], `1388\r\n${'a'.repeat(5000)}\r\n0\r\n\r\n`),
      413,
    ],
    ['two lengths', post(['Content-Length: 2', 'Content-Length: 3'], '{}'), 400],
    ['a length and chunks', post(['Content-Length: 2', 'Transfer-Encoding: chunked'], '{}'), 400],
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
  ];
  for (const [name, request, status] of requests) {
    const answer = await sendRaw(url, request);
    expect(answer, name).toMatchObject({ status, headers: securityHeaders });
  }
  expect(await slow, 'half a request').toMatchObject({ status: 408, headers: securityHeaders });
  expect((await sendRaw(url, rawRequest(url, '/livez'))).status).toBe(200);
});

test('S2 the server listens on loopback, and elsewhere only with safe settings', async ({
  serve,
}) => {
  const { url } = await serve();
  // Another loopback address: a server that listens on all addresses would answer here too.
  const refused = new Promise<string | undefined>((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.2');
    socket.on('connect', () => resolve('connected'));
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code));
  });
  expect(await refused).toBe('ECONNREFUSED');

  const refusals: [Record<string, string>, string][] = [
    [{ HOST: '0.0.0.0' }, 'DASHBOARD_PASSWORD'],
    [{ HOST: '0.0.0.0', ...withPassword }, 'PUBLIC_ORIGIN'],
    [{ HOST: '0.0.0.0', ALLOW_INSECURE_HTTP: 'true' }, 'DASHBOARD_PASSWORD'],
    [{ PUBLIC_ORIGIN: 'https://numbers.example' }, 'DASHBOARD_PASSWORD'],
  ];
  for (const [env, named] of refusals) {
    const { code, stdout, stderr } = await runToExit(env);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(named);
    expect(stderr).not.toContain(withPassword.DASHBOARD_PASSWORD);
  }
});

test('S30 and S31 for any request the log is one object a line, and names refusals', async ({
  serve,
}) => {
  const server = await serve({ ...withPassword, TRUSTED_PROXIES: '127.0.0.1' });
  const { url } = server;
  const forged = '%0d%0a%7b%22level%22:30,%22msg%22:%22forged%22%7d';
  const colours = ['%1b[31m', '%c2%9b31m', '%e2%80%ae', '%00', '%7f', '%e2%80%a8'];
  for (const part of [forged, ...colours]) {
    await sendRaw(url, rawRequest(url, `/${part}`));
    await sendRaw(url, rawRequest(url, `/api/${part}?number=${part}`));
    await sendRaw(url, rawRequest(url, `/api/numbers/${part}/token`, { method: 'POST' }));
  }
  for (const value of ['\u009b31m', '"}{"forged":1', 'cross-site\u0085']) {
    for (const name of ['User-Agent', 'Sec-Fetch-Site', 'X-Forwarded-For', 'X-Request-Id']) {
      const headers = [`${name}: ${value}`];
      await sendRaw(url, rawRequest(url, '/api/session', { headers }));
    }
    await sendRaw(url, `GET / HTTP/1.1\r\nHost: ${value}\r\nConnection: close\r\n\r\n`);
  }
  await sendRaw(url, 'GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n');
  const guess = 'a-guess\r\n{"level":30}\u001b[31m';
  const body = JSON.stringify({ password: guess });
  const headers = [
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    'X-Forwarded-For: 203.0.113.7',
  ];
  await sendRaw(url, rawRequest(url, '/api/session', { method: 'POST', headers, body }));

  const text = server.log();
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u);
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line): Record<string, unknown> => JSON.parse(line));
  for (const { msg } of lines) expect(['started', 'request', 'problem', 'security']).toContain(msg);
  for (const words of ['a-guess', 'forged":1', 'number=']) expect(text).not.toContain(words);
  const events = lines.flatMap(({ event, client }) => (event ? [[event, client]] : []));
  expect(events).toContainEqual(['host_refused', '127.0.0.1']);
  expect(events).toContainEqual(['cross_site_refused', '127.0.0.1']);
  expect(events).toContainEqual(['sign_in_failed', '203.0.113.7']);
});

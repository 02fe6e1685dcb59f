import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import { ask } from '../api.ts';
import { expect, test } from './dashboard.ts';
import { type Ending, hostile } from './hostile-client.ts';

/** Ten seconds for a complete request, one until the next check, the rest for a slow machine. */
const mostMs = 30_000;
const dripMs = 500;
const password = 'a long password';

const head = (...lines: string[]) => [...lines, '', ''].join('\r\n');
const hello = head('GET / HTTP/1.1', 'Host: 127.0.0.1');

const refused: [name: string, sent: string, statuses: number[]][] = [
  ['an address of 1 MB', hello.replace('/', `/${'a'.repeat(1_000_000)}`), [414, 431]],
  ['an address of 8 kB', hello.replace('/', `/${'a'.repeat(8000)}`), [414]],
  ['a header of 64 kB', head('GET / HTTP/1.1', `X-Long: ${'a'.repeat(65_536)}`), [431]],
  ['no HTTP', head('HELO you'), [400]],
  ['bytes', '\u0000\u0001\u0002\r\n\r\n', [400]],
  ['an unknown version', hello.replace('1.1', '9.9'), [400, 505]],
  ['no Host', head('GET / HTTP/1.1'), [400]],
  ['a header without a name', head('GET / HTTP/1.1', ': x'), [400]],
  ['line ends of their own', head('GET / HTTP/1.1', 'Host: a\nX: b\rc'), [400]],
  [
    'two lengths',
    head('POST / HTTP/1.1', 'Host: a', 'Content-Length: 1', 'Content-Length: 2'),
    [400],
  ],
  [
    'a length and chunks',
    head('POST / HTTP/1.1', 'Host: a', 'Content-Length: 1', 'Transfer-Encoding: chunked'),
    [400],
  ],
];

/** The connections that the server holds by its own count. */
async function openSockets(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^nodejs_active_resources\{type="TCPSocketWrap"\} (\d+)$/m.exec(metrics)?.[1] ?? 0);
}

test('F29 an invalid request is refused at once', async ({ startDashboard }) => {
  const { server, expectUnharmed } = await startDashboard();
  const { host } = new URL(server.url);
  const clients: ReturnType<typeof hostile>[] = [];
  for (const [name, sent, statuses] of refused) {
    await test.step(name, async () => {
      const client = hostile(server.url, sent.replace('Host: 127.0.0.1', `Host: ${host}`));
      await expect.poll(client.received).toMatch(/^HTTP\/1\.1 \d{3} /);
      expect(statuses).toContain(Number(client.received().slice(9, 12)));
      clients.push(client);
    });
  }
  await expect.poll(() => openSockets(server.url)).toBeLessThan(clients.length / 2);
  for (const { leave } of clients) leave();
  await expectUnharmed();
});

test('F29 a thousand requests in one go are answered in their order', async ({
  startDashboard,
}) => {
  const { server, expectUnharmed } = await startDashboard();
  const { host } = new URL(server.url);
  const requests = Array.from({ length: 1000 }, (_, at) =>
    head(`GET ${at % 2 === 0 ? '/livez' : '/nowhere'} HTTP/1.1`, `Host: ${host}`),
  );
  const last = head('GET /livez HTTP/1.1', `Host: ${host}`, 'Connection: close');
  const client = hostile(server.url, requests.join('') + last);
  await client.ended;
  const statuses = [...client.received().matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, code]) => code);
  expect(statuses).toEqual([...requests.map((_, at) => (at % 2 === 0 ? '200' : '404')), '200']);
  await expectUnharmed();
});

/** A well-behaved client; expects an answer to each of its requests in turn. */
async function expectAnswers(url: string, cookie: string, requests = 200): Promise<void> {
  const headers = { 'X-Requested-By': 'spec', cookie };
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let n = 0; n < requests; n += 1) {
    await new Promise<void>((resolve, reject) => {
      get(`${url}/api/session`, { agent, headers }, (response) => {
        expect(response.statusCode).toBe(200);
        response.resume().once('end', resolve);
      }).once('error', reject);
    });
  }
  agent.destroy();
}

test('F29 slow and idle clients are disconnected, and a good client beside them is answered', async ({
  startDashboard,
}) => {
  const { server, expectUnharmed } = await startDashboard({
    DASHBOARD_PASSWORD: password,
  });
  const { host } = new URL(server.url);
  const signIn = await ask(`${server.url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ password }),
  });
  const [cookie = ''] = (signIn.headers.get('set-cookie') ?? '').split(';');
  const drip = (text: string) => ({ text, everyMs: dripMs });
  const slowHeaders = Array.from({ length: 20 }, () =>
    hostile(server.url, `GET / HTTP/1.1\r\nHost: ${host}\r\n`, drip('X-More: 1\r\n')),
  );
  const post = head(
    'POST /api/session HTTP/1.1',
    `Host: ${host}`,
    'X-Requested-By: spec',
    'Content-Type: application/json',
    'Content-Length: 400',
  );
  const slowBodies = Array.from({ length: 20 }, () => hostile(server.url, post, drip('{')));
  const idle: ReturnType<typeof hostile>[] = [];
  while (idle.length < 2000) {
    // Batches smaller than the queue of a listening socket.
    const some = Array.from({ length: 250 }, () => hostile(server.url, ''));
    await Promise.all(some.map(({ opened }) => opened));
    idle.push(...some);
  }
  const all = [...slowHeaders, ...slowBodies, ...idle];

  await expectAnswers(server.url, cookie);

  const endings = await Promise.all(all.map(({ ended }) => ended));
  const slowest = (some: Ending[]) => Math.max(...some.map(({ ms }) => ms));
  const lines = (some: Ending[]) => [...new Set(some.map(({ line }) => line))];
  expect(slowest(endings)).toBeLessThan(mostMs);
  expect(lines(endings.slice(0, slowHeaders.length))).toEqual(['HTTP/1.1 408 Request Timeout']);
  // A request that is being handled already gets no answer from Node; its connection is just
  // closed.
  expect(lines(endings.slice(slowHeaders.length, -idle.length))).toEqual(['']);
  await expect.poll(() => openSockets(server.url)).toBeLessThan(10);
  for (const { leave } of all) leave();
  await expectUnharmed();
});

test('O16 six hundred slow readers take nothing from other clients, and little memory', async ({
  startDashboard,
}) => {
  const { server, expectUnharmed } = await startDashboard();
  const { host, hostname, port } = new URL(server.url);
  const page = await (await fetch(server.url)).text();
  const [, script = ''] = /src="\.\/(assets\/page-[^"]+\.js)"/.exec(page) ?? [];
  const request = head(`GET /${script} HTTP/1.1`, `Host: ${host}`, 'Accept-Encoding: identity');
  const readers = Array.from({ length: 600 }, () => connect(Number(port), hostname));
  for (const reader of readers)
    reader
      .on('error', () => {})
      .pause()
      .write(request);
  await expect.poll(() => openSockets(server.url)).toBeGreaterThan(readers.length);
  await expectAnswers(server.url, '');
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  const [, memory] = /^process_resident_memory_bytes (\d+)$/m.exec(metrics) ?? [];
  // The file is in memory once for all readers.
  expect(Number(memory)).toBeLessThan(400 * 1024 * 1024);
  for (const reader of readers) reader.destroy();
  await expectUnharmed();
});

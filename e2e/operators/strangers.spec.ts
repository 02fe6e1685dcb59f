import { once } from 'node:events';
import { connect } from 'node:net';
import { ask } from '../api.ts';
import { expect, test } from '../fixtures.ts';

const password = 'correct horse battery';
const env = { DASHBOARD_PASSWORD: password, TRUSTED_PROXIES: '127.0.0.1' };

const signIn = (url: string, address: string, given = password, init: RequestInit = {}) =>
  ask(`${url}/api/session`, {
    ...init,
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({ password: given }),
  });

const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? '';

/** Sends the head of a sign-in request and the first bytes of its body; the rest is never sent. */
function halfSend(url: string, address: string) {
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname);
  let received = '';
  socket.setEncoding('latin1').on('data', (text: string) => {
    received += text;
  });
  socket.on('error', () => {});
  socket.write(
    [
      'POST /api/session HTTP/1.1',
      `Host: ${host}`,
      'X-Requested-By: spec',
      `X-Forwarded-For: ${address}`,
      'Content-Type: application/json',
      'Content-Length: 100',
      '',
      '{"pass',
    ].join('\r\n'),
  );
  const answered = new Promise<string>((resolve) => {
    const answer = () => resolve(received.split('\r\n', 1)[0] ?? '');
    socket.once('data', answer).once('close', answer);
  });
  return { opened: once(socket, 'connect'), answered, leave: () => socket.destroy() };
}

test('O2 400 half-sent sign-in requests take nothing from people who are signed in', async ({
  serve,
}) => {
  const { url } = await serve(env);
  const cookie = cookieOf(await signIn(url, '203.0.113.1'));
  const halves = Array.from({ length: 400 }, (_, at) => halfSend(url, `192.0.2.${1 + (at % 3)}`));
  await Promise.all(halves.map(({ opened }) => opened));

  const headers = { cookie, 'x-forwarded-for': '203.0.113.1' };
  for (let requests = 0; requests < 20; requests += 1) {
    expect((await ask(`${url}/api/numbers`, { headers })).status).toBe(200);
  }
  expect((await signIn(url, '203.0.113.2')).status).toBe(200);

  // Each address has a limited share of places, and the server does not wait for a stopped body.
  const answers = new Set(await Promise.all(halves.map(({ answered }) => answered)));
  for (const { leave } of halves) leave();
  expect([...answers].sort()).toEqual([
    'HTTP/1.1 408 Request Timeout',
    'HTTP/1.1 503 Service Unavailable',
  ]);
});

test('O4 strangers with ever new addresses keep nobody else from signing in', async ({ serve }) => {
  // Forty checks of a password take a few seconds, or a minute on a busy machine.
  test.setTimeout(120_000);
  const { url } = await serve(env);
  const leaving = new AbortController();
  const { signal } = leaving;
  let addresses = 0;
  // As many strangers as the line of checks has places; each tries again for as long as it is let
  // in.
  const strangers = Array.from({ length: 32 }, async () => {
    for (let status = 401; status === 401 && !signal.aborted; ) {
      addresses += 1;
      const address = `2001:db8:0:${addresses.toString(16)}::1`;
      ({ status } = await signIn(url, address, 'a guess', { signal }));
    }
  });
  // Some strangers were served and came again, so the line is full.
  await expect.poll(() => addresses, { timeout: 60_000 }).toBeGreaterThan(36);
  for (const address of ['203.0.113.1', '2001:db8:1::1', '198.51.100.1', '2001:db8:2::1']) {
    expect((await signIn(url, address)).status).toBe(200);
  }
  leaving.abort();
  await Promise.allSettled(strangers);
});

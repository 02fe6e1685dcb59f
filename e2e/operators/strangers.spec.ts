import { connect } from 'node:net';
import { ask } from '../api.ts';
import { expect, test } from '../fixtures.ts';

const password = 'correct horse battery';
const env = { DASHBOARD_PASSWORD: password, TRUSTED_PROXIES: '127.0.0.1' };

const signIn = (url: string, address: string, given = password) =>
  ask(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({ password: given }),
  });

const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? '';

/** The head of a request to sign in and the first bytes of its body; the rest never comes. */
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
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(received)));
  return { socket, closed, received: () => received };
}

test('O2 400 requests to sign in that stay half sent take nothing from who is signed in', async ({
  serve,
}) => {
  const { url } = await serve(env);
  const cookie = cookieOf(await signIn(url, '203.0.113.1'));
  const halves = Array.from({ length: 400 }, (_, at) => halfSend(url, `192.0.2.${1 + (at % 3)}`));
  // Each address has its share of places; what it sends beyond them is refused at once.
  await expect
    .poll(() => halves.filter(({ received }) => received().startsWith('HTTP/1.1 503')).length)
    .toBe(400 - 3 * 20);

  const headers = { cookie, 'x-forwarded-for': '203.0.113.1' };
  for (let requests = 0; requests < 20; requests += 1) {
    expect((await ask(`${url}/api/numbers`, { headers })).status).toBe(200);
  }
  expect((await signIn(url, '203.0.113.2')).status).toBe(200);

  // Who stopped sending is not waited for, and is told.
  const kept = halves.filter(({ received }) => !received().startsWith('HTTP/1.1 503'));
  for (const { socket } of halves)
    if (!kept.some((half) => half.socket === socket)) socket.destroy();
  for (const { closed } of kept) expect(await closed).toMatch(/^HTTP\/1\.1 408 /);
});

test('O4 forty strangers with ever new addresses keep nobody else from signing in', async ({
  serve,
}) => {
  const { url } = await serve(env);
  let isOver = false;
  let guesses = 0;
  const strangers = Array.from({ length: 40 }, async (_, stranger) => {
    for (let at = 0; !isOver && at < 2000; at += 1) {
      await signIn(url, `2001:db8:0:${(stranger * 2000 + at).toString(16)}::1`, 'a guess');
      guesses += 1;
    }
  });
  await expect.poll(() => guesses).toBeGreaterThan(40);
  try {
    for (let people = 0; people < 25; people += 1) {
      const address = people % 2 === 0 ? `203.0.113.${people}` : `2001:db8:${people}::1`;
      expect((await signIn(url, address)).status).toBe(200);
    }
  } finally {
    isOver = true;
    await Promise.all(strangers);
  }
});

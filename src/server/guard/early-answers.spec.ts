import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { guardEarlyAnswers } from './early-answers.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A raw connection to a guarded server, and the text that arrives over it. */
async function connectTo(answer: RequestListener) {
  const server = createServer(answer);
  await guardEarlyAnswers(server, null);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  closing.push(
    () => socket.destroy(),
    () => server.close(),
  );
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk) => {
    text += chunk;
  });
  // A connection that the server resets has an error before its close.
  socket.on('error', () => {});
  const closed = new Promise<void>((resolve) => void socket.once('close', () => resolve()));
  return {
    send: (sent: string) => socket.write(sent),
    async until(part: string) {
      while (!text.includes(part)) await once(socket, 'data');
    },
    /** The whole text, once the server has closed the connection. */
    all: () => closed.then(() => text),
  };
}

const request = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n';
const brokenRequest = 'This is no request.\r\n\r\n';

test('a broken request after a complete answer is refused, with the security headers', async () => {
  const { send, until, all } = await connectTo((_, response) => response.end('whole'));
  send(request);
  await until('whole');
  send(brokenRequest);
  const [, refusal] = (await all()).split('HTTP/1.1 400 Bad Request');
  expect(refusal?.toLowerCase()).toContain("content-security-policy: default-src 'none'");
  expect(refusal).toMatch(/\r\ncontent-length: 0\r\nconnection: close\r\n\r\n$/);
});

test('headers that are too large are refused by their own status', async () => {
  const { send, all } = await connectTo((_, response) => response.end());
  send(`GET / HTTP/1.1\r\nHost: localhost\r\nX-Large: ${'x'.repeat(20_000)}\r\n\r\n`);
  expect(await all()).toMatch(/^HTTP\/1\.1 431 Request Header Fields Too Large\r\n/);
});

test('a broken request during an answer ends the connection, and nothing is written into the answer', async () => {
  const { send, until, all } = await connectTo((_, response) => {
    response.setHeader('content-length', 1000).write('half');
  });
  send(request);
  await until('half');
  send(brokenRequest);
  expect(await all()).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*\r\n\r\nhalf$/);
});

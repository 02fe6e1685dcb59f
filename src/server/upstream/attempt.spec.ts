import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { Pool } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attempt } from './attempt.ts';

/** A server that accepts connections and never answers, so that no TLS connection is completed. */
const sockets: Socket[] = [];
const silent = createServer((socket) => sockets.push(socket));
let pool: Pool;
let target: { origin: string; path: string };

beforeAll(async () => {
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const origin = `https://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  pool = new Pool(origin);
  target = { origin, path: '/' };
});

afterAll(async () => {
  await pool.destroy();
  for (const socket of sockets) socket.destroy();
  silent.close();
});

test('a connection that is never made is given up in time', async () => {
  const { signal } = new AbortController();
  await expect(attempt(pool, target, 'Basic x', 50, signal)).rejects.toMatchObject({
    code: 'upstream_timeout',
  });
});

test('a client that leaves while the connection is being made leaves at once', async () => {
  const leaving = new AbortController();
  const waiting = attempt(pool, target, 'Basic x', 60_000, leaving.signal);
  leaving.abort(new Error('gone'));
  await expect(waiting).rejects.toThrow('gone');
});

test('for a client that has left already no request is sent', async () => {
  const gone = AbortSignal.abort(new Error('gone'));
  await expect(attempt(pool, target, 'Basic x', 60_000, gone)).rejects.toThrow('gone');
});

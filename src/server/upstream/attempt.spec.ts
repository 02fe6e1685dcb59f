import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { Pool } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attempt } from './attempt.ts';

/** Takes connections and says nothing, so that none with TLS is ever made. */
const sockets: Socket[] = [];
const silent = createServer((socket) => sockets.push(socket));
let pool: Pool;

beforeAll(async () => {
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  pool = new Pool(`https://127.0.0.1:${(silent.address() as AddressInfo).port}`);
});

afterAll(async () => {
  await pool.destroy();
  for (const socket of sockets) socket.destroy();
  silent.close();
});

test('a connection that is never made is given up in time', async () => {
  const { signal } = new AbortController();
  await expect(attempt(pool, '/', 'Basic x', 50, signal)).rejects.toMatchObject({
    code: 'upstream_timeout',
  });
});

test('who leaves while it is being made leaves at once', async () => {
  const leaving = new AbortController();
  const waiting = attempt(pool, '/', 'Basic x', 60_000, leaving.signal);
  leaving.abort(new Error('gone'));
  await expect(waiting).rejects.toThrow('gone');
});

test('who has left already asks nothing', async () => {
  const gone = AbortSignal.abort(new Error('gone'));
  await expect(attempt(pool, '/', 'Basic x', 60_000, gone)).rejects.toThrow('gone');
});

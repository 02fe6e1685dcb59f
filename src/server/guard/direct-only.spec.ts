import type { IncomingMessage } from 'node:http';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { createFullApp } from '../security/test-full-app.ts';
import { createTestApp, ownHeaders } from '../test-app.ts';

const paths = ['/api/session', '/api/numbers', '/api/inventory', '/api/checks'];
const through = [
  { 'x-forwarded-for': '203.0.113.9' },
  { 'X-Forwarded-Host': 'numbers.example' },
  { 'x-forwarded-proto': 'https' },
  { forwarded: 'for=203.0.113.9' },
  { 'x-real-ip': '203.0.113.9' },
  { via: '1.1 proxy' },
  { 'x-forwarded': 'for=203.0.113.9' },
  { 'X-Forwarded-Prefix': '/numbers' },
  { 'x-original-url': '/numbers' },
  { 'client-ip': '203.0.113.9' },
  { 'true-client-ip': '203.0.113.9' },
  { 'fastly-client-ip': '203.0.113.9' },
  { 'cf-visitor': '{"scheme":"https"}' },
  { 'cdn-loop': 'somebody' },
  { 'x-amzn-trace-id': 'Root=1' },
  { 'x-azure-clientip': '203.0.113.9' },
  { 'sec-fetch-site': 'same-origin', origin: 'https://numbers.example' },
];

describe('O5 without sign-in nothing is served through a proxy', () => {
  test.each(through)('%j', async (headers) => {
    const lines: { event?: string }[] = [];
    const logger = pino({}, { write: (line) => void lines.push(JSON.parse(line)) });
    const { ask, asked } = createTestApp(undefined, { logger });
    for (const path of paths) {
      const response = await ask(path, { headers });
      expect([path, response.status]).toEqual([path, 403]);
      expect(await response.json()).toMatchObject({ code: 'forwarded' });
    }
    expect(asked).toEqual([]);
    expect(lines.filter(({ event }) => event === 'forwarded_without_sign_in')).toHaveLength(
      paths.length,
    );
  });

  test('HTTP/1.0, which nginx speaks by default', async () => {
    const { app } = createTestApp();
    const statusOver = async (httpVersion: string) => {
      const incoming = {
        url: '/api/numbers',
        httpVersion,
        rawHeaders: ['Host', ownHeaders.host],
        socket: { remoteAddress: '127.0.0.1' },
        // The guards take an IncomingMessage; without a socket a spec has only these parts.
      } as unknown as IncomingMessage;
      return (await app.request('/api/numbers', { headers: ownHeaders }, { incoming })).status;
    };
    expect([await statusOver('1.0'), await statusOver('1.1')]).toEqual([403, 200]);
  });

  test('health checks are answered also through a proxy', async () => {
    const { ask } = createTestApp();
    for (const path of ['/livez', '/readyz']) {
      expect((await ask(path, { headers: through[0]! })).status).toBe(200);
    }
  });
});

test('O5 without sign-in the page itself and a script of this machine are answered', async () => {
  const { ask } = createTestApp();
  const origin = `http://${ownHeaders.host}`;
  for (const headers of [
    { 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'same-origin', origin },
    { 'sec-fetch-site': 'same-origin', origin, host: ownHeaders.host.toUpperCase() },
    { origin },
  ]) {
    expect([headers, (await ask('/api/numbers', { headers })).status]).toEqual([headers, 200]);
  }
  // Any site may send its own origin; the request came by no proxy for that.
  const other = await ask('/api/numbers', { headers: { origin: 'https://numbers.example' } });
  expect(await other.json()).toMatchObject({ code: 'cross_site' });
});

test('O5 with sign-in a proxy may stand in front', async () => {
  const { ask } = await createFullApp();
  for (const headers of through) expect((await ask('/api/numbers', { headers })).status).toBe(200);
});

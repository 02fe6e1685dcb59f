import { describe, expect, test } from 'vitest';
import { everyRoute } from '../security/every-route.ts';
import { createFullApp } from '../security/full-app.ts';
import { listeningAddresses, ownHosts } from './allowed-hosts.ts';

const publicOrigin = new URL('https://numbers.example');
const hosts = () => ownHosts(3000, publicOrigin);

const full = await createFullApp({ hosts, publicOrigin });
const routes = everyRoute(full.app);

describe('S1 on every route', () => {
  test.each([
    '',
    'evil.example',
    'evil.example:3000',
    '127.0.0.1',
    '127.0.0.1:3001',
    '127.0.0.1:03000',
    '127.0.0.1.:3000',
    '127.0.0.1.evil.example:3000',
    '127.0.0.2:3000',
    '2130706433:3000',
    'localhost.:3000',
    '[::]:3000',
    '0.0.0.0:3000',
    'numbers.example:3000',
    'numbers.example.evil.example',
    'localhost:3000, evil.example',
  ])('the host %j is refused, with 421 and nothing else', async (host) => {
    for (const { method, path } of routes) {
      const response = await full.ask(path, { method, headers: { host } });
      expect([method, path, response.status, await response.text()]).toEqual([
        method,
        path,
        421,
        '',
      ]);
    }
  });

  test.each([...hosts()])('the host %s is answered', async (host) => {
    for (const { method, path } of routes) {
      const { status } = await full.ask(path, { method, headers: { host } });
      expect([method, path, status]).not.toEqual([method, path, 421]);
    }
  });
});

test('S1 a refused host reaches neither the upstream nor the session', async () => {
  const { ask, asked, cookie } = await createFullApp();
  await ask('/api/numbers', { headers: { host: 'evil.example' } });
  const left = await ask('/api/session', { method: 'DELETE', headers: { host: 'evil.example' } });
  expect(left.headers.has('set-cookie')).toBe(false);
  expect(asked).toEqual([]);
  expect((await ask('/api/session', { headers: { cookie } })).status).toBe(200);
});

test('S1 a browser leaves out port 80', () => {
  expect(ownHosts(80, null)).toContain('localhost');
  expect(ownHosts(80, null)).not.toContain('localhost:80');
});

test('S1 a listener for others is known by its addresses, and by no name of a stranger', () => {
  expect(listeningAddresses('127.0.0.1')).toEqual(['127.0.0.1']);
  expect(listeningAddresses('localhost')).toEqual([]);
  expect([...ownHosts(3000, null, listeningAddresses('192.0.2.7'))]).toContain('192.0.2.7:3000');
  expect([...ownHosts(3000, null, listeningAddresses('2001:db8::7'))]).toContain(
    '[2001:db8::7]:3000',
  );
  expect(listeningAddresses('0.0.0.0')).toContain('127.0.0.1');
});

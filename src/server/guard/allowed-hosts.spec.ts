import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { everyRoute } from '../security/test-every-route.ts';
import { createFullApp } from '../security/test-full-app.ts';
import { createTestApp, ownHeaders } from '../test-app.ts';
import { listeningAddresses, ownHosts, portOf } from './allowed-hosts.ts';

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

describe('W14 one address written in another way is the same address', () => {
  const portless = ['numbers.example', 'Numbers.Example', 'NUMBERS.EXAMPLE:443'];
  const rooted = ['numbers.example.', 'Numbers.Example.:443'];
  test.each<[string, string, boolean]>([
    ...[...portless, ...rooted].map((host): [string, string, boolean] => [
      'https://numbers.example',
      host,
      true,
    ]),
    ['https://Numbers.Example', 'numbers.example', true],
    ['https://numbers.example:443', 'numbers.example', true],
    ['https://numbers.example', 'numbers.example:80', false],
    ['https://numbers.example', 'numbers.example:8443', false],
    ['https://numbers.example', 'numbers.example..', false],
    ['https://numbers.example:8443', 'NUMBERS.example:8443', true],
    ['https://numbers.example:8443', 'numbers.example', false],
    ['http://numbers.lan', 'numbers.lan:80', true],
    ['http://numbers.lan', 'numbers.lan:443', false],
    ['http://numbers.lan:3000', 'Numbers.LAN:3000', true],
    ['https://numbers.example', 'LocalHost:3000', true],
    ['https://b\u00fccher.example', 'xn--bcher-kva.example', true],
    ['https://[2001:db8::7]', '[2001:DB8::7]:443', true],
  ])('known as %s, asked as %s: %s', async (origin, host, isOurs) => {
    const url = new URL(origin);
    const { ask } = await createFullApp({ publicOrigin: url, hosts: () => ownHosts(3000, url) });
    const { status } = await ask('/livez', { headers: { host } });
    expect(status).toBe(isOurs ? 200 : 421);
  });

  test('port 80 may be named in Host when it is the listening port', async () => {
    const { ask } = await createFullApp({ hosts: () => ownHosts(80, null) });
    for (const host of ['127.0.0.1', '127.0.0.1:80', 'localhost']) {
      expect((await ask('/livez', { headers: { host } })).status).toBe(200);
    }
  });
});

describe('W14 and O19 a host that is not ours', () => {
  const strange = 'evil.example:8080/\u001b[31m"}<script>';

  test('is answered on / with the setting to make, and without its own text', async () => {
    const response = await full.ask('/?q=mine', { headers: { host: 'evil.example:8080' } });
    expect(response.status).toBe(421);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=UTF-8');
    const text = await response.text();
    expect(text).toContain('set PUBLIC_ORIGIN to the address that people use');
    expect(text).not.toMatch(/evil|8080|mine/);
    expect((await full.ask('/', { headers: { host: 'numbers.example' } })).status).not.toBe(421);
  });

  test.each([
    ['Evil.Example:8080', 'evil.example:8080'],
    [strange, 'evil.example:8080/?[31m???script?'.replace('/', '?')],
    ['a'.repeat(5000), 'a'.repeat(100)],
    ['', ''],
  ])('is logged, cleaned and shortened: %j', async (host, logged) => {
    const { ask, log } = await createFullApp({ hosts });
    const headers = new Headers();
    // A header cannot hold ESC, so no request has one; a tab stands in.
    headers.set('host', host.replace('\u001b', '\u0009'));
    await ask('/', { headers });
    const events = log().filter(({ event }) => event === 'host_refused');
    expect(events.map((event) => event.host)).toEqual([logged]);
  });
});

test('O11 every loopback address is answered when the connection came to it', async () => {
  const { app } = createTestApp();
  const statusAt = async (localAddress: string, host: string) => {
    const incoming = {
      url: '/livez',
      httpVersion: '1.1',
      rawHeaders: ['Host', host],
      socket: { remoteAddress: '127.0.0.1', localAddress, localPort: 3000 },
      // The guards take an IncomingMessage; without a socket a spec has only these parts.
    } as unknown as IncomingMessage;
    return (await app.request('/livez', { headers: { host } }, { incoming })).status;
  };
  expect(await statusAt('127.0.0.2', '127.0.0.2:3000')).toBe(200);
  expect(await statusAt('::ffff:127.0.0.2', '127.0.0.2:3000')).toBe(200);
  expect(await statusAt('127.0.0.1', '127.0.0.2:3000')).toBe(421);
  expect(await statusAt('127.0.0.2', '127.0.0.2:3001')).toBe(421);
  expect(await statusAt('192.0.2.7', '192.0.2.7:3000')).toBe(421);
});

test('S1 a request that names two hosts, or an address in place of a path, is refused', async () => {
  const { app } = createTestApp();
  const { host } = ownHeaders;
  const statusOf = async (url: string, ...others: string[]) => {
    const incoming = {
      url,
      httpVersion: '1.1',
      rawHeaders: ['Host', host, ...others],
      socket: { remoteAddress: '127.0.0.1' },
      // The guards take an IncomingMessage; without a socket a spec has only these parts.
    } as unknown as IncomingMessage;
    return (await app.request('/livez', { headers: { host } }, { incoming })).status;
  };
  expect(await statusOf('/livez')).toBe(200);
  expect(await statusOf('/livez', 'X-Note', 'host')).toBe(200);
  expect(await statusOf('/livez', 'HOST', 'evil.example')).toBe(421);
  expect(await statusOf('http://evil.example/livez')).toBe(421);
});

test.each([
  ['http://numbers.example', 80],
  ['https://numbers.example', 443],
  ['https://numbers.example:8443', 8443],
])('the port of %s is %i', (address, port) => {
  expect(portOf(new URL(address))).toBe(port);
});

test('S1 a browser leaves out port 80', () => {
  expect(ownHosts(80, null)).toContain('localhost');
});

test('S1 a listener for others answers to its addresses, and to no unknown name', () => {
  expect(listeningAddresses('127.0.0.1')).toEqual(['127.0.0.1']);
  expect(listeningAddresses('localhost')).toEqual([]);
  expect([...ownHosts(3000, null, listeningAddresses('192.0.2.7'))]).toContain('192.0.2.7:3000');
  expect([...ownHosts(3000, null, listeningAddresses('2001:db8::7'))]).toContain(
    '[2001:db8::7]:3000',
  );
  expect(listeningAddresses('0.0.0.0')).toContain('127.0.0.1');
  expect(listeningAddresses('::')).toEqual(listeningAddresses('0.0.0.0'));
});

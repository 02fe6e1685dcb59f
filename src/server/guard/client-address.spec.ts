import { describe, expect, test } from 'vitest';
import { readNetwork } from './address.ts';
import { clientAddress, clientNetwork } from './client-address.ts';

describe('S24 who asks', () => {
  const proxies = ['10.0.0.1', '10.0.0.2'];
  test.each<[string | undefined, string | undefined, readonly string[], string]>([
    ['192.0.2.1', undefined, [], '192.0.2.1'],
    ['192.0.2.1', '203.0.113.9', [], '192.0.2.1'],
    ['192.0.2.1', '203.0.113.9', proxies, '192.0.2.1'],
    ['10.0.0.1', '203.0.113.9', proxies, '203.0.113.9'],
    ['10.0.0.1', 'forged, 203.0.113.9', proxies, '203.0.113.9'],
    ['10.0.0.1', '10.0.0.2, 203.0.113.9', proxies, '203.0.113.9'],
    ['10.0.0.1', '203.0.113.9, 10.0.0.2', proxies, '203.0.113.9'],
    ['10.0.0.1', ' 203.0.113.9 ,', proxies, '203.0.113.9'],
    ['10.0.0.1', '::ffff:203.0.113.9', proxies, '203.0.113.9'],
    ['::ffff:10.0.0.1', '203.0.113.9', proxies, '203.0.113.9'],
    ['::ffff:192.0.2.1', '203.0.113.9', proxies, '192.0.2.1'],
    ['10.0.0.1', '203.0.113.9:4711', proxies, '203.0.113.9'],
    ['10.0.0.1', '[2001:db8::9]:4711', proxies, '2001:db8::9'],
    ['10.0.0.1', '203.0.113.9, unknown', proxies, '10.0.0.1'],
    ['10.0.0.1', '\u009b31m', proxies, '10.0.0.1'],
    ['10.0.0.1', undefined, proxies, '10.0.0.1'],
    ['10.0.0.1', '', proxies, '10.0.0.1'],
    ['10.0.0.1', '10.0.0.2', proxies, '10.0.0.2'],
    [undefined, '203.0.113.9', [], 'unknown'],
    [undefined, '203.0.113.9', proxies, 'unknown'],
  ])('peer %s, X-Forwarded-For %j, trusted %j: %s', (peer, forwarded, trusted, client) => {
    const networks = trusted.map((proxy) => readNetwork(proxy)!);
    expect(clientAddress(peer, forwarded, networks)).toBe(client);
  });
});

describe('O11 a proxy is trusted however its address is written', () => {
  test.each([
    ['10.1.2.3', '10.0.0.0/8'],
    ['::ffff:10.1.2.3', '10.0.0.0/8'],
    ['::FFFF:0a01:0203', '10.1.2.3'],
    ['10.1.2.3', '::ffff:10.1.2.3'],
    ['10.1.2.3', '::ffff:10.0.0.0/104'],
    ['2001:db8::1', '2001:0DB8:0:0:0:0:0:1'],
    ['2001:db8:0:1::1', '2001:db8::/32'],
    ['fe80::1%eth0', 'fe80::1'],
    ['fe80::1%eth0', 'fe80::1%wlan0'],
    ['127.0.0.1', '127.0.0.0/8'],
    ['::1', '[::1]'],
  ])('%s by %s', (peer, proxy) => {
    const networks = [readNetwork(proxy)!];
    expect(clientAddress(peer, '2001:DB8:0:9::0', networks)).toBe('2001:db8:0:9::');
    expect(clientAddress(peer, `203.0.113.9, ${peer}`, networks)).toBe('203.0.113.9');
  });

  test.each([
    ['11.0.0.1', '10.0.0.0/8'],
    ['2001:db9::1', '2001:db8::/32'],
    ['10.0.0.1', '::/1'],
    ['::10.0.0.1', '10.0.0.0/8'],
  ])('%s is no trusted proxy by %s', (peer, proxy) => {
    const client = clientAddress(peer, '203.0.113.9', [readNetwork(proxy)!]);
    expect(client).not.toBe('203.0.113.9');
  });
});

test.each([
  ['10.0.0.0/0', 0],
  ['10.0.0.0/32', 32],
  ['10.0.0.0/33', null],
  ['::ffff:10.0.0.0/95', null],
  ['2001:db8::/128', 128],
  ['2001:db8::/129', null],
  ['10.0.0.0/8/9', null],
  ['9/10.0.0.0/8', null],
  ['proxy.example', null],
])('S24 the network %s has %j bits that all members share', (text, bits) => {
  expect(readNetwork(text)?.[1] ?? null).toBe(bits);
});

describe('S10 addresses that are slowed down together', () => {
  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['unknown', 'unknown'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
  ])('%s is %s', (address, network) => {
    expect(clientNetwork(address)).toBe(network);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { privateHost } from './private-host.ts';

const ofUrl = (host: string) => privateHost(new URL(`http://${host}:8082/hook`).hostname);

describe('IPv4, in every form that URL parsing reads', () => {
  test.each([
    ['172.16.102.175', /RFC 1918/],
    ['172.31.255.255', /RFC 1918/],
    ['10.0.4.12', /RFC 1918/],
    ['192.168.0.1', /RFC 1918/],
    ['127.0.0.1', /loopback/],
    ['127.1', /loopback/],
    ['2130706433', /loopback/],
    ['0x7f000001', /loopback/],
    ['0x7f.1', /loopback/],
    ['0177.0.0.1', /loopback/],
    ['017700000001', /loopback/],
    ['0', /machine itself/],
    ['3232235777', /RFC 1918/],
    ['169.254.1.1', /link-local/],
    ['169.254.169.254', /metadata/],
    ['0xA9FEA9FE', /metadata/],
    ['100.100.100.200', /metadata/],
    ['100.64.0.1', /carrier/],
    ['100.127.255.255', /carrier/],
    ['192.0.2.1', /documentation/],
    ['198.19.0.1', /benchmarks/],
    ['239.1.1.1', /multicast/],
    ['255.255.255.255', /reserved/],
    ['１２７.0.0.1', /loopback/],
  ])('%s', (host, what) => {
    expect(ofUrl(host)).toMatch(what);
  });

  test.each([
    '8.8.8.8',
    '172.15.255.255',
    '172.32.0.0',
    '11.0.0.0',
    '9.255.255.255',
    '192.167.255.255',
    '192.169.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '169.253.0.1',
    '128.0.0.1',
    '223.255.255.255',
    '134744072',
  ])('%s is public', (host) => {
    expect(ofUrl(host)).toBeNull();
  });
});

describe('IPv6', () => {
  test.each([
    ['[::1]', /loopback/],
    ['[0:0:0:0:0:0:0:1]', /loopback/],
    ['[::]', /no address/],
    ['[fd00:ec2::254]', /metadata/],
    ['[fd12:3456::1]', /unique local/],
    ['[fc00::]', /unique local/],
    ['[fe80::1]', /link-local/],
    ['[febf::1]', /link-local/],
    ['[fec0::1]', /site-local/],
    ['[ff02::1]', /multicast/],
    ['[2001:db8::1]', /documentation/],
    ['[3fff:fff::1]', /documentation/],
    ['[2001:db8:1:2:3:4:5:6]', /documentation/],
    ['[::ffff:10.0.0.1]', /RFC 1918/],
    ['[::ffff:a9fe:a9fe]', /metadata/],
    ['[::127.0.0.1]', /loopback/],
    ['[64:ff9b::192.168.1.1]', /RFC 1918/],
    ['[64:ff9b:1::8.8.8.8]', /translator/],
    ['[2002:7f00:1::]', /loopback/],
  ])('%s', (host, what) => {
    expect(ofUrl(host)).toMatch(what);
  });

  test.each([
    '[2606:4700::1111]',
    '[2606:4700:1:2:3:4:5:6]',
    '[::ffff:8.8.8.8]',
    '[64:ff9b::8.8.8.8]',
    '[2002:808:808::]',
    '[fbff::1]',
    '[2001:db9::1]',
    '[4000::1]',
  ])('%s is public', (host) => {
    expect(ofUrl(host)).toBeNull();
  });
});

describe('names', () => {
  test.each([
    ['localhost', /machine itself/],
    ['LOCALHOST.', /machine itself/],
    ['api.localhost', /machine itself/],
    ['metadata.google.internal', /metadata/],
    ['db.internal', /private networks/],
    ['10.0.0.1.internal', /private networks/],
    ['hooks.test', /RFC 2606/],
    ['example', /RFC 2606/],
    ['a.b.example', /RFC 2606/],
    ['x.invalid', /RFC 2606/],
    ['printer.local', /local link/],
    ['nas.home.arpa', /home networks/],
    ['nas.lan', /appendix G/],
    ['git.corp', /appendix G/],
    ['hooks.home.', /appendix G/],
    ['hooks', /without a domain/],
    ['xn--nxasmq6b', /without a domain/],
  ])('%s', (host, what) => {
    expect(ofUrl(host)).toMatch(what);
  });

  test.each([
    'hooks.example.com',
    'example.org',
    'ivr.example.net',
    'test.de',
    'local.apifonica.com',
    'localhost.example.com',
    'mylocalhost.com',
    'in-addr.arpa',
    'größe.de',
  ])('%s is public', (host) => {
    expect(ofUrl(host)).toBeNull();
  });
});

test('an IPv4 address and the IPv6 address that maps it are judged alike', () => {
  fc.assert(
    fc.property(fc.ipV4(), (ipv4) => {
      expect(ofUrl(`[::ffff:${ipv4}]`)).toBe(ofUrl(ipv4));
    }),
  );
});

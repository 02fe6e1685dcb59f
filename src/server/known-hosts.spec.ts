import { expect, test } from 'vitest';
import { createKnownHosts } from './known-hosts.ts';

test('W1 an address that the machine gets later is known within ten seconds, and a lost one forgotten', () => {
  let now = 0;
  let addresses = ['192.0.2.7'];
  let listings = 0;
  const known = createKnownHosts({
    port: 0,
    publicOrigin: null,
    now: () => now,
    addresses() {
      listings += 1;
      return addresses;
    },
  });
  known.listensOn(3000);
  expect(known.hosts()).toContain('192.0.2.7:3000');
  addresses = ['[2001:db8::7]'];
  now = 9999;
  expect(known.hosts()).toContain('192.0.2.7:3000');
  expect(listings).toBe(1);
  now = 10_000;
  expect(known.hosts()).toContain('[2001:db8::7]:3000');
  expect(known.hosts()).not.toContain('192.0.2.7:3000');
  expect(known.hosts()).toContain('localhost:3000');
});

import { expect, test } from 'vitest';
import { networksOf } from './networks.ts';

test.each([
  ['203.0.113.7', ['203.0', '203.0.113', '203.0.113.7']],
  ['2001:db8:1:2::7', ['2001:db8', '2001:db8:1', '2001:db8:1:2::/64']],
  ['2001:db8::7', ['2001:db8', '2001:db8:0', '2001:db8:0:0::/64']],
  ['::1', ['0:0', '0:0:0', '0:0:0:0::/64']],
  ['unknown', ['unknown']],
])('O4 %s is in %j', (address, networks) => {
  expect(networksOf(address)).toEqual(networks);
});

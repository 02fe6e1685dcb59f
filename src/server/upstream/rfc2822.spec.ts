import { expect, test } from 'vitest';
import { isoFromRfc2822 } from './rfc2822.ts';

test.each([
  ['Thu, 31 Mar 2016 11:16:59 +0300', '2016-03-31T11:16:59+03:00'],
  ['1 Feb 2024 00:00:00 -0730', '2024-02-01T00:00:00-07:30'],
  ['Thu, 29 Feb 2024 23:59:59 +0000', '2024-02-29T23:59:59+00:00'],
])('%s is %s', (text, iso) => {
  expect(isoFromRfc2822(text)).toBe(iso);
});

test.each([
  'yesterday',
  '',
  '2016-03-31T11:16:59+03:00',
  'Thu, 30 Feb 2016 11:16:59 +0300',
  'Thu, 31 Mar 2016 25:16:59 +0300',
  'Thu, 31 Mar 2016 11:16:59 +9900',
  'Thu, 31 Mar 2016 11:16:59 GMT',
])('%j is refused', (text) => {
  expect(isoFromRfc2822(text)).toBeNull();
});

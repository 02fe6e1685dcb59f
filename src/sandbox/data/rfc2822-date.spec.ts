import { expect, test } from 'vitest';
import { offsetOf, rfc2822Date } from './rfc2822-date.ts';

test.each([
  ["the vendor's sample", '2016-03-31T08:16:59Z', 180, 'Thu, 31 Mar 2016 11:16:59 +0300'],
  ['UTC', '2024-02-29T00:00:00Z', 0, 'Thu, 29 Feb 2024 00:00:00 +0000'],
  ['west, over a day boundary', '2020-01-01T02:00:00Z', -300, 'Tue, 31 Dec 2019 21:00:00 -0500'],
  ['half an hour', '2021-06-05T20:00:00Z', 330, 'Sun, 06 Jun 2021 01:30:00 +0530'],
])('%s', (_name, instant, offset, expected) => {
  expect(rfc2822Date(Date.parse(instant), offset)).toBe(expected);
  expect(offsetOf(expected)).toBe(offset);
});

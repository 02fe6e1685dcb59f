import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoFromRfc2822 } from './rfc2822.ts';

test.each([
  ['Thu, 31 Mar 2016 11:16:59 +0300', '2016-03-31T11:16:59+03:00'],
  ['1 Feb 2024 00:00:00 -0730', '2024-02-01T00:00:00-07:30'],
  ['Thu, 29 Feb 2024 23:59:59 +0000', '2024-02-29T23:59:59+00:00'],
  ['29 Feb 2000 01:00:00 +1459', '2000-02-29T01:00:00+14:59'],
  ['09 Dec 2016 19:00:00 -0959', '2016-12-09T19:00:00-09:59'],
])('%s is %s', (text, iso) => {
  expect(isoFromRfc2822(text)).toBe(iso);
});

describe('W11 the whole of RFC 2822, and the obsolete forms of RFC 5322', () => {
  test.each([
    ['folding spaces', 'Tue,  5 Apr 2016 11:16:59 +0300', '2016-04-05T11:16:59+03:00'],
    ['folded lines', 'Tue,\r\n 5\tApr 2016\r\n\t11:16:59 +0300', '2016-04-05T11:16:59+03:00'],
    ['no space', 'Tue,5 Apr 2016 11:16:59 +0300', '2016-04-05T11:16:59+03:00'],
    ['spaces around', ' Tue , 5 Apr 2016 11 : 16 : 59 +0300 ', '2016-04-05T11:16:59+03:00'],
    ['no seconds', 'Thu, 31 Mar 2016 11:16 +0300', '2016-03-31T11:16:00+03:00'],
    ['a leap second', 'Sat, 31 Dec 2016 23:59:60 +0000', '2016-12-31T23:59:59+00:00'],
    ['capitals', 'THU, 31 MAR 2016 11:16:59 gmt', '2016-03-31T11:16:59+00:00'],
    ['GMT', 'Thu, 31 Mar 2016 11:16:59 GMT', '2016-03-31T11:16:59+00:00'],
    ['UT', 'Thu, 31 Mar 2016 11:16:59 UT', '2016-03-31T11:16:59+00:00'],
    ['Z', 'Thu, 31 Mar 2016 11:16:59 Z', '2016-03-31T11:16:59+00:00'],
    ['EST', 'Thu, 31 Mar 2016 11:16:59 EST', '2016-03-31T11:16:59-05:00'],
    ['PDT', 'Thu, 31 Mar 2016 11:16:59 PDT', '2016-03-31T11:16:59-07:00'],
    ['a military zone', 'Thu, 31 Mar 2016 11:16:59 A', '2016-03-31T11:16:59-00:00'],
    ['an unknown zone', 'Thu, 31 Mar 2016 11:16:59 CEST', '2016-03-31T11:16:59-00:00'],
    ['a comment', 'Thu, 31 Mar 2016 11:16:59 +0300 (MSK)', '2016-03-31T11:16:59+03:00'],
    ['comments', '(a (b\\) c)) Thu, 31(d)Mar 2016 11:16:59 GMT(e)', '2016-03-31T11:16:59+00:00'],
    ['two digits of a year', '31 Mar 16 11:16:59 +0300', '2016-03-31T11:16:59+03:00'],
    ['two digits of an old year', '31 Mar 50 11:16:59 +0300', '1950-03-31T11:16:59+03:00'],
    ['three digits of a year', '31 Mar 116 11:16:59 +0300', '2016-03-31T11:16:59+03:00'],
  ])('%s: %j', (_what, text, iso) => {
    expect(isoFromRfc2822(text)).toBe(iso);
    expect(Date.parse(iso)).not.toBeNaN();
  });

  test('whatever stands between its parts, the date is the same', () => {
    const blank = fc.constantFrom(' ', '  ', '\t', '\r\n ', '(x)', ' (a(b)c) ', '\r\n\t(\\))');
    fc.assert(
      fc.property(fc.array(blank, { minLength: 6, maxLength: 6 }), ([a, b, c, d, e, f]) => {
        const text = `Tue,${a}5${b}Apr${c}2016${d}11:16${e}+0300${f}`;
        expect(isoFromRfc2822(text)).toBe('2016-04-05T11:16:00+03:00');
      }),
    );
  });
});

test.each([
  'yesterday',
  '',
  '2016-03-31T11:16:59+03:00',
  'Thu, 30 Feb 2016 11:16:59 +0300',
  'Fri, 29 Feb 2100 11:16:59 +0300',
  'Wed, 29 Feb 2023 11:16:59 +0300',
  'Sun, 31 Apr 2016 11:16:59 +0300',
  'Fri, 32 Jan 2016 11:16:59 +0300',
  'Thu, 0 Mar 2016 11:16:59 +0300',
  'Thu, 31 Mai 2016 11:16:59 +0300',
  'Thu, 31 Mar 2016 24:16:59 +0300',
  'Thu, 31 Mar 2016 25:16:59 +0300',
  'Thu, 31 Mar 2016 11:60:59 +0300',
  'Thu, 31 Mar 2016 11:16:61 +0300',
  'Thu, 31 Mar 2016 11:16:59 +1500',
  'Thu, 31 Mar 2016 11:16:59 +0360',
  'Thu, 31 Mar 2016 11:16:59 +9900',
  'Thu, 31 Mar 2016 11:16:59',
  'Thu, 31 Mar 2016 11:16:59 +0300 (',
  'Thu, 31 Mar 2016 11:16:59 +0300 )',
  'Thu, 31 Mar 12016 11:16:59 +0300',
  'Thu, 31 Mar 2016 11:16:59 Moscow',
  'Thu 31 Mar 2016 11:16:59 +0300',
])('%j is refused', (text) => {
  expect(isoFromRfc2822(text)).toBeNull();
});

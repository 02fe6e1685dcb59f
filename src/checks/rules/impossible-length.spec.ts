import { expect, test } from 'vitest';
import { context, soundRow } from '../test-row.ts';
import { impossibleLength } from './impossible-length.ts';

const check = (number: string) => impossibleLength.check(soundRow({ number }), context);

test.each([
  ['4474806', 'it has 7 digits, and E.164 numbers have at least 8.'],
  ['', 'it has 0 digits, and E.164 numbers have at least 8.'],
  ['+1234567890123456', 'it has 16 digits, and E.164 numbers have at most 15.'],
  ['1212555012', 'it has 10 digits, and numbers with +1 have 11.'],
  ['121255501234', 'it has 12 digits, and numbers with +1 have 11.'],
  ['44748060050x', 'it holds more than digits.'],
  ['37255501', 'it has 8 digits, and no number with +372 has as many.'],
  ['999447480600', 'it begins with no country code.'],
  ['999447480600503', 'it begins with no country code.'],
])('%j', (number, words) => {
  expect(check(number)).toEqual([
    { field: 'number', message: `Nobody can dial this number: ${words}` },
  ]);
});

test.each([
  '447480600503',
  '+12125550123',
  '494012345678901',
  '+44 (0)7480 600503',
  '5215512345678',
])('%s gives no finding', (number) => {
  expect(check(number)).toEqual([]);
});

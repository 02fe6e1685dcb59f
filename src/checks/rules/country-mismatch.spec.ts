import { expect, test } from 'vitest';
import { context, soundRow } from '../test-row.ts';
import { countryMismatch } from './country-mismatch.ts';

const check = (country_code: string, number: string) =>
  countryMismatch.check(soundRow({ country_code, number }), context);

test.each([
  ['GB', '3726001234', 'begins with +372, but GB numbers begin with +44.'],
  ['EE', '+447480600503', 'begins with +44, but EE numbers begin with +372.'],
  ['US', '9991234567', 'begins with +999, but US numbers begin with +1.'],
  ['international', '447480600503', 'but International numbers begin with one of +800, +808,'],
  ['VA', '447480600503', 'begins with +44, but VA numbers begin with one of +39, +379.'],
])('%s with %s', (country, number, words) => {
  expect(check(country, number)).toEqual([
    { field: 'country_code', message: expect.stringContaining(words) },
  ]);
});

test.each([
  ['GB', '447480600503'],
  ['GB', '+447480600503'],
  ['JE', '447797123456'],
  ['TT', '18686312345'],
  ['KZ', '77012345678'],
  ['international', '80021234567'],
  ['international', '883510012345'],
  ['international', '870772001899'],
  ['ZZ', '447480600503'],
  ['', '447480600503'],
  ['GB', ''],
  ['GB', 'not a number'],
])('%s with %j gives no finding', (country, number) => {
  expect(check(country, number)).toEqual([]);
});

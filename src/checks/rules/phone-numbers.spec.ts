import { describe, expect, test } from 'vitest';
import { context, soundRow } from '../test-row.ts';
import { countryMismatch, duplicateNumber, impossibleLength } from './phone-numbers.ts';

describe('country-mismatch', () => {
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
});

describe('impossible-length', () => {
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
});

describe('duplicate-number', () => {
  const check = (...numbers: [sid: string, number: string][]) => {
    const rows = numbers.map(([number_sid, number]) => soundRow({ number_sid, number }));
    return [...duplicateNumber.check(rows, context)].filter((found) => found !== null);
  };

  test('equal digits under several SIDs, however they are written', () => {
    const found = check(['a', '447480600503'], ['b', '+447480600503'], ['c', '3726001234']);
    expect(found.map(([sid]) => sid)).toEqual(['a', 'b']);
    expect(found[0]?.[1]).toEqual({
      field: 'number',
      message: expect.stringMatching(/^The number is rented 2 times/),
    });
  });

  test('W6 the old and the new form of a number are one', () => {
    expect(check(['a', '5215512345678'], ['b', '525512345678'])).toHaveLength(2);
    expect(check(['a', '5491123456789'], ['b', '541123456789'])).toHaveLength(2);
    expect(check(['a', '4402079460001'], ['b', '+44 20 7946 0001'])).toHaveLength(2);
  });

  test('a number in three rows is counted three times', () => {
    const found = check(['a', '447480600503'], ['b', '447480600503'], ['c', '0044 7480 600503']);
    expect(found).toHaveLength(3);
    expect(found[0]?.[1].message).toContain('3 times');
  });

  test('a row that came twice is one number', () => {
    expect(check(['a', '447480600503'], ['a', '447480600503'])).toEqual([]);
    expect(check(['a', '447480600503'], ['b', '447480600503'], ['a', '447480600503'])).toHaveLength(
      2,
    );
  });

  test('texts that are no numbers are compared as they are', () => {
    expect(check(['a', 'x'], ['b', 'y'])).toEqual([]);
    expect(check(['a', 'x'], ['b', 'x'])).toHaveLength(2);
  });
});

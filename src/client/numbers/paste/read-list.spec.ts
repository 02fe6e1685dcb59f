import { describe, expect, test } from 'vitest';
import { createPhoneReader } from './phone-reader.ts';
import { readList } from './read-list.ts';

const rented = new Set(['883510001234', '37255501']);
const read = (text: string, country: string | null = null) =>
  readList(
    text,
    createPhoneReader((digits) => rented.has(digits), country),
  );
const digits = (text: string, country: string | null = null) =>
  read(text, country).numbers.map((number) => number.digits);

describe('readList', () => {
  test.each([
    ['447480600503', ['447480600503']],
    ['+44 7480 600503', ['447480600503']],
    ['0044 (0)7480-600.503', ['447480600503']],
    ['"+447480600503"', ['447480600503']],
    ["'447480600503", ['447480600503']],
    ['Tel: +44 7480 600503 ext. 12', ['447480600503']],
    ['+44 20 7946 0958 / +1 212 555 0123', ['442079460958', '12125550123']],
    ['+44 20 7946 0958 and +1 212 555 0123', ['442079460958', '12125550123']],
    ['+44 20 7946 0958 +1 212 555 0123', ['442079460958', '12125550123']],
    ['442079460958 12125550123', ['442079460958', '12125550123']],
    ['+442079460958,+12125550123;37255512345', ['442079460958', '12125550123', '37255512345']],
    ['Anna\t+44 20 7946 0958\t2024-01-31\t19.90', ['442079460958']],
    ['"Ltd, Anna";31/01/2024;442079460958', ['442079460958']],
    ['+883 510 001 234', ['883510001234']],
    ['37255501', ['37255501']],
  ])('%j has %j', (text, numbers) => {
    const list = read(text);
    expect(list.numbers.map((number) => number.digits)).toEqual(numbers);
    expect(list.unread).toEqual([]);
  });

  test('national numbers need a country', () => {
    expect(digits('020 7946 0958')).toEqual([]);
    expect(digits('020 7946 0958', 'GB')).toEqual(['442079460958']);
    expect(digits('(212) 555-0123', 'US')).toEqual(['12125550123']);
    expect(digits('447480600503\n07480 600503', 'GB')).toEqual(['447480600503']);
    expect(digits('+372 5551 2345', 'GB')).toEqual(['37255512345']);
  });

  test('lists what it cannot read, and why', () => {
    const { numbers, unread } = read(
      'Name;Phone\n4.4748E+11\n+44 20\n\n999999999999999\nAnna;+442079460958;0000000000\n+999 123 456 789',
    );
    expect(numbers).toHaveLength(1);
    expect(unread).toEqual([
      { line: 1, text: 'Name;Phone', why: 'No number in it' },
      { line: 2, text: '4.4748E+11', why: 'A spreadsheet has rounded it' },
      { line: 3, text: '+44 20', why: 'No number in it' },
      { line: 5, text: '999999999999999', why: 'No country has such a number' },
      { line: 6, text: '0000000000', why: 'No country has such a number' },
      { line: 7, text: '+999 123 456 789', why: 'No country has such a number' },
    ]);
  });

  test('counts a number that comes again, in whatever format', () => {
    const list = read('+44 20 7946 0958\n442079460958\r\n00442079460958');
    expect(list.numbers).toEqual([{ digits: '442079460958', text: '+44 20 7946 0958' }]);
    expect(list.repeated).toBe(2);
  });
});

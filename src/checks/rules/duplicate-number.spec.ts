import { expect, test } from 'vitest';
import { context, soundRow } from '../test-row.ts';
import { duplicateNumber } from './duplicate-number.ts';

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

import { expect, test } from 'vitest';
import { monthFromText } from '../fields/rented-months.ts';
import { rentedOf, runOf, withEnd } from './month-run.ts';

const first = monthFromText('2017-01');

test('the months of the filter are places of the picture, and back', () => {
  expect(runOf(null, first)).toBeNull();
  expect(runOf('2017-03..2018-01', first)).toEqual({ from: 2, to: 12 });
  expect(runOf('2016-12..2017-01', first)).toEqual({ from: -1, to: 0 });
  expect(rentedOf({ from: -1, to: 12 }, first)).toBe('2016-12..2018-01');
});

test('an end is moved alone', () => {
  expect(withEnd(null, { from: 3 }, 11)).toEqual({ from: 3, to: 11 });
  expect(withEnd(null, { to: 3 }, 11)).toEqual({ from: 0, to: 3 });
  expect(withEnd({ from: 2, to: 5 }, { from: 4 }, 11)).toEqual({ from: 4, to: 5 });
  expect(withEnd({ from: 2, to: 5 }, { to: 2 }, 11)).toEqual({ from: 2, to: 2 });
});

test('the other end gives way', () => {
  expect(withEnd({ from: 2, to: 5 }, { from: 8 }, 11)).toEqual({ from: 8, to: 8 });
  expect(withEnd({ from: 2, to: 5 }, { to: 1 }, 11)).toEqual({ from: 1, to: 1 });
});

test('every month is no choice', () => {
  expect(withEnd({ from: 0, to: 5 }, { to: 11 }, 11)).toBeNull();
  expect(withEnd({ from: 3, to: 14 }, { from: 0 }, 11)).toBeNull();
});

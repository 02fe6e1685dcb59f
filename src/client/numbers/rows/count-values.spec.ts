import { expect, test } from 'vitest';
import { rentedNumber } from '../test-rows.ts';
import { countValues } from './count-values.ts';

test('counts the rows of each value', () => {
  const rows = ['GB', 'EE', 'GB'].map((country_code) => rentedNumber({ country_code }));
  expect([...countValues(rows, 'country_code')]).toEqual([
    ['GB', 2],
    ['EE', 1],
  ]);
  expect([...countValues(rows, 'type')]).toEqual([['local', 3]]);
  expect(countValues([], 'type').size).toBe(0);
});

import { expect, test } from 'vitest';
import { rentedNumber } from '../fields/test-rows.ts';
import { createRowSet } from '../list/row-set.ts';
import { createSearchTest } from './search-both.ts';

const before = rentedNumber({ number_sid: 'c', name: 'Campaign' });
const set = createRowSet([
  rentedNumber({ number_sid: 'a', name: 'Desk' }),
  { ...before, name: 'Desk' },
]);
const found = (text: string) => {
  const { passes } = createSearchTest({ set, before: new Map([['c', before]]) })({
    text,
    numbers: [],
  });
  return [0, 1].filter(passes);
};

test('a changed number is found by its old and by its new name', () => {
  expect(found('campaign')).toEqual([1]);
  expect(found('desk')).toEqual([0, 1]);
  expect(found('nobody')).toEqual([]);
});

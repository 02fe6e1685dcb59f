import { expect, test } from 'vitest';
import { rentedNumber } from '../../fields/test-rows.ts';
import { compareLists } from './compare-lists.ts';

const rows = ['+447480600503', '37255512345', '883510001234'].map((number) =>
  rentedNumber({ number, number_sid: number }),
);
const pasted = (digits: string) => ({ digits, text: digits });

test('every row and every number of the list is in one part', () => {
  const numbers = ['12125550123', '37255512345', '447480600503'].map(pasted);
  const { both, rentedOnly, listOnly } = compareLists(rows, numbers);
  expect([...both]).toEqual([0, 1]);
  expect([...rentedOnly]).toEqual([2]);
  expect(listOnly).toEqual([pasted('12125550123')]);
});

test('with nothing pasted all rows are rented only', () => {
  const { both, rentedOnly, listOnly } = compareLists(rows, []);
  expect([both.length, rentedOnly.length, listOnly.length]).toEqual([0, 3, 0]);
});

import { expect, test } from 'vitest';
import { rentedNumber } from '../../fields/test-rows.ts';
import { compareLists } from './compare-lists.ts';

const rows = ['+447480600503', '37255512345', '883510001234'].map((number, at) =>
  rentedNumber({ number, number_sid: number, name: ['Sales UK', null, 'Lobby'][at] ?? null }),
);
const pasted = (digits: string, ...beside: string[]) => ({ digits, text: digits, beside });
const listOf = (...numbers: ReturnType<typeof pasted>[]) =>
  new Map(numbers.map((number) => [number.digits, number]));

test('every row and every number of the list is in one part', () => {
  const numbers = ['12125550123', '37255512345', '447480600503'].map((digits) => pasted(digits));
  const { both, renamed, rentedOnly, listOnly } = compareLists(rows, listOf(...numbers));
  expect([...both]).toEqual([0, 1]);
  expect([...renamed]).toEqual([]);
  expect([...rentedOnly]).toEqual([2]);
  expect(listOnly).toEqual([pasted('12125550123')]);
});

test('with nothing pasted all rows are rented only', () => {
  const { both, rentedOnly, listOnly } = compareLists(rows, listOf());
  expect([both.length, rentedOnly.length, listOnly.length]).toEqual([0, 3, 0]);
});

test('a row has another name where texts stand beside its number and none is its name', () => {
  const { renamed } = compareLists(
    rows,
    listOf(
      pasted('447480600503', 'London', 'sales  UK'),
      pasted('37255512345', 'Tallinn'),
      pasted('883510001234', 'Entrance'),
    ),
  );
  expect([...renamed]).toEqual([1, 2]);
});

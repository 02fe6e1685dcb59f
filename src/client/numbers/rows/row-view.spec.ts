import { expect, test } from 'vitest';
import { rentedNumber } from '../test-rows.ts';
import { rowView } from './row-view.ts';

const rows = ['b desk', 'a desk', 'c fax'].map((name) => rentedNumber({ name }));
const names = (options: Parameters<typeof rowView>[1]) =>
  rowView(rows, options).map((row) => row.name);

test('without search and sort it is the array that was given', () => {
  expect(rowView(rows, { search: null, sort: null })).toBe(rows);
});

test('narrows, sorts, and does both', () => {
  const sort = { column: 'name', descending: false } as const;
  expect(names({ search: 'desk', sort: null })).toEqual(['b desk', 'a desk']);
  expect(names({ search: null, sort })).toEqual(['a desk', 'b desk', 'c fax']);
  expect(names({ search: 'desk', sort })).toEqual(['a desk', 'b desk']);
});

import { expect, test } from 'vitest';
import { rentedNumber } from '../fields/test-rows.ts';
import { createRowSet } from '../list/row-set.ts';
import { createRowViewer } from '../list/row-view.ts';
import { selectedRows } from './selected-rows.ts';

const set = createRowSet(
  ['a', 'b', 'c', 'd'].map((number_sid, at) =>
    rentedNumber({ number_sid, number: String(9 - at), type: at === 1 ? 'mobile' : 'local' }),
  ),
);
const view = createRowViewer();
const sort = { column: 'number', descending: false } as const;

test('selected rows come in the order shown, then those a filter hides', () => {
  const shown = view(set, { selection: { type: ['local'] }, search: null, sort });
  const rows = selectedRows(set, shown, new Set(['a', 'b', 'd']));
  expect([...rows.positions()]).toEqual([3, 0, 1]);
  expect(rows).toMatchObject({ length: 3, hidden: 1 });
});

test('numbers that are not in the set are not counted', () => {
  const shown = view(set, { selection: {}, search: null, sort: null });
  expect(selectedRows(set, shown, new Set(['a', 'gone']))).toMatchObject({
    length: 1,
    hidden: 0,
    missing: 1,
  });
});

test('each call gives positions of its own', () => {
  const shown = view(set, { selection: {}, search: null, sort: null });
  const rows = selectedRows(set, shown, new Set(['a']));
  expect(rows.positions()).not.toBe(rows.positions());
});

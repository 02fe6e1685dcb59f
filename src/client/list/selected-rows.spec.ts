import { expect, test } from 'vitest';
import { rentedNumber } from '../fields/test-rows.ts';
import { createRowSet } from './row-set.ts';
import { createRowViewer } from './row-view.ts';
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

test('rows of earlier lists stay, behind those of this one, in a set of their own', () => {
  const shown = view(set, { selection: { type: ['local'] }, search: null, sort });
  const kept = new Map([['x', rentedNumber({ number_sid: 'x' })]]);
  const rows = selectedRows(set, shown, new Set(['x', 'a', 'b', 'gone']), kept);
  expect(rows).toMatchObject({ length: 3, hidden: 2, elsewhere: 1, missing: 1 });
  const sids = [...rows.positions()].map((position) => rows.set.rows[position]!.number_sid);
  expect(sids).toEqual(['a', 'b', 'x']);
});

test('a row that the list has is taken from the list, not from earlier ones', () => {
  const shown = view(set, { selection: {}, search: null, sort: null });
  const kept = new Map([['a', rentedNumber({ number_sid: 'a', name: 'before' })]]);
  const rows = selectedRows(set, shown, new Set(['a']), kept);
  expect(rows.set).toBe(set);
  expect(rows).toMatchObject({ length: 1, elsewhere: 0 });
});

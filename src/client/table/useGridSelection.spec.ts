import { expect, test } from 'vitest';
import { rentedNumber } from '../fields/test-rows.ts';
import { createRowSet } from '../list/row-set.ts';
import { createRowViewer } from '../list/row-view.ts';
import { selectAll, selectRange, toggleRow } from './useGridSelection.ts';

const set = createRowSet(
  ['a', 'b', 'c', 'd', 'e'].map((number_sid, at) =>
    rentedNumber({ number_sid, number: String(9 - at) }),
  ),
);
const inOrder = createRowViewer()(set, { selection: {}, search: null, sort: null });
const byNumber = createRowViewer()(set, {
  selection: {},
  search: null,
  sort: { column: 'number', descending: false },
});
const none: ReadonlySet<string> = new Set();
const from = (number_sid: string, before = none) => ({ number_sid, before });

test('a range goes down or up from where it began', () => {
  expect([...selectRange(inOrder, from('b'), 3)]).toEqual(['b', 'c', 'd']);
  expect([...selectRange(inOrder, from('d'), 1)]).toEqual(['b', 'c', 'd']);
  expect([...selectRange(inOrder, from('d'), 3)]).toEqual(['d']);
});

test('a range that is changed lets go of what it no longer covers, not of what was before', () => {
  const start = from('b', new Set(['e']));
  expect([...selectRange(inOrder, start, 3)].sort()).toEqual(['b', 'c', 'd', 'e']);
  expect([...selectRange(inOrder, start, 2)].sort()).toEqual(['b', 'c', 'e']);
});

test('a range follows the order shown', () => {
  expect([...selectRange(byNumber, from('d'), 2)]).toEqual(['d', 'c']);
});

test('a range from a row that is no longer shown is the row it ends with', () => {
  expect([...selectRange(inOrder, from('gone'), 2)]).toEqual(['c']);
});

test('all rows shown are added to what was selected', () => {
  expect(selectAll(inOrder, new Set(['z'])).size).toBe(6);
});

test('a row is turned on and off, and the set before stays as it is', () => {
  const on = toggleRow(none, 'a');
  expect([...on]).toEqual(['a']);
  expect(toggleRow(on, 'a').size).toBe(0);
  expect(none.size).toBe(0);
});

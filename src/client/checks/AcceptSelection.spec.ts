import { expect, test } from 'vitest';
import { finish } from '#checks/check-rows.ts';
import { rentedNumber } from '../fields/test-rows.ts';
import { checkSet } from '../findings/checked-rows.ts';
import { createRowSet } from '../list/row-set.ts';
import { createRowViewer } from '../list/row-view.ts';
import { selectedRows } from '../list/selected-rows.ts';
import { rowsElsewhere, selectedFindings } from './AcceptSelection.tsx';

const list = createRowSet(['a', 'b', 'c'].map((number_sid) => rentedNumber({ number_sid })));
const shown = createRowViewer()(list, { selection: {}, search: null, sort: null });
const other = rentedNumber({ number_sid: 'x' });
const checked = finish(checkSet(list, null, { now: 0 }, true));
const none = new Map();
const select = (...sids: string[]) =>
  selectedRows(list, shown, new Set(sids), new Map([['x', other]]));

test('rows of the list have what was found in the list, other rows what was found in them alone', () => {
  const rows = select('c', 'x');
  expect(rowsElsewhere(rows)).toEqual([other]);
  const { set, found, isPending } = selectedFindings(rows, list, checked, new Map([[other, 5]]));
  expect(set.rows.map((row) => row.number_sid)).toEqual(['c', 'x']);
  expect([...found]).toEqual([checked.found[2], 5]);
  expect(checked.found[2]).not.toBe(0);
  expect(isPending).toBe(false);
});

test('a row that was not checked yet is awaited', () => {
  expect(selectedFindings(select('x'), list, checked, none).isPending).toBe(true);
  expect(selectedFindings(select('a'), list, null, none).isPending).toBe(true);
  const begun = { ...checked, found: checked.found.slice(0, 1) };
  expect(selectedFindings(select('a'), list, begun, none).isPending).toBe(false);
  expect(selectedFindings(select('b'), list, begun, none).isPending).toBe(true);
});

test('without rows from elsewhere, rows that are not selected have no findings', () => {
  expect(rowsElsewhere(select('b'))).toEqual([]);
  const { found } = selectedFindings(select('b'), list, checked, none);
  expect([...found]).toEqual([0, checked.found[1], 0]);
});

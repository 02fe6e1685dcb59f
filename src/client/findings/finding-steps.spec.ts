import { expect, test } from 'vitest';
import { rentedNumber } from '../fields/test-rows.ts';
import { createRowSet } from '../list/row-set.ts';
import { createRowViewer } from '../list/row-view.ts';
import type { Scope } from '../list/scope.ts';
import { endOfFindings, stepToFinding } from './finding-steps.ts';

// Shown in another order than loaded; the row at position 4 is not checked yet.
const positions = Uint32Array.of(3, 1, 4, 0, 2);
const open = Uint32Array.of(1, 0, 8, 2);

test.each([
  [-1, 1, 0],
  [0, 1, 3],
  [3, 1, 4],
  [4, 1, -1],
  [4, -1, 3],
  [3, -1, 0],
  [0, -1, -1],
  [-1, -1, -1],
  [99, -1, 4],
] as const)('from %i by %i to %i', (at, by, to) => {
  expect(stepToFinding(positions, open, at, by)).toBe(to);
});

test('a place between two rows leads to either of them', () => {
  expect(stepToFinding(positions, open, 3.5, 1)).toBe(4);
  expect(stepToFinding(positions, open, 3.5, -1)).toBe(3);
});

const set = createRowSet(['a', 'b', 'c'].map((number_sid) => rentedNumber({ number_sid })));
const shown = createRowViewer()(set, { selection: {}, search: null, sort: null });
const complete: Scope = { status: 'complete', loaded: 3, skipped: 0, at: 0 };

function told(scope: Scope, by: 1 | -1, { checked = 3, isNarrowed = false } = {}) {
  // Only the count of the marks is read.
  const marks = { count: checked } as Parameters<typeof endOfFindings>[0]['marks'];
  return endOfFindings({ scope, shown, isNarrowed, marks, set }, by);
}

test('says in which rows there is no further finding', () => {
  expect(told(complete, 1)).toBe('No further finding in all 3 rows.');
  expect(told(complete, -1)).toBe('No earlier finding in all 3 rows.');
  expect(told(complete, 1, { isNarrowed: true })).toBe('No further finding in the 3 rows shown.');
  expect(told({ status: 'partial', loaded: 3 }, 1)).toBe('No further finding in 3 loaded rows.');
});

test('says that rows or checks are on their way', () => {
  const pace = { loaded: 3, requests: 1, perSecond: null, estimate: null };
  const walking: Scope = { status: 'walking', loaded: 3, pace };
  expect(told(walking, 1)).toBe(
    'No further finding in 3 loaded rows. Rows are still being loaded.',
  );
  // Further rows come behind the loaded ones.
  expect(told(walking, -1)).toBe('No earlier finding in 3 loaded rows.');
  expect(told(complete, 1, { checked: 2 })).toBe(
    'No further finding yet: rows are still being checked.',
  );
});

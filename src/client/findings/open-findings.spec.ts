import { expect, test } from 'vitest';
import { finish } from '#checks/check-rows.ts';
import { ruleBit } from '../fields/rule-bits.ts';
import { rentedNumber } from '../fields/test-rows.ts';
import { createRowSet } from '../list/row-set.ts';
import { createRowViewer } from '../list/row-view.ts';
import type { Scope } from '../list/scope.ts';
import { sortPositions } from '../list/sort-rows.ts';
import { checkSet } from './checked-rows.ts';
import {
  countFindings,
  endOfFindings,
  isCheck,
  openFindings,
  severityRanks,
  stepToFinding,
} from './open-findings.ts';

const context = { now: Date.parse('2026-06-01T12:00:00Z') };
const at = '2026-06-01T12:00:00.000Z';
const rule = 'private-network-webhook';
const set = createRowSet(
  [1, 2, 3].map((n) => rentedNumber({ number_sid: `num-${n}`, number: `44748060050${n}` })),
);
const checked = finish(checkSet(set, null, context, true));
const counted = (acceptances: Parameters<typeof openFindings>[1], positions = [0, 1, 2]) =>
  countFindings(checked, openFindings(checked, acceptances), Uint32Array.from(positions));

test('numbers are counted by level and rule, not findings', () => {
  const counts = counted([]);
  expect(counts.get(rule)).toBe(3);
  expect(counts.get('plain-http-webhook')).toBe(3);
  expect(counts.get('warning')).toBe(3);
  expect(counts.get('error')).toBe(0);
  expect(counts.get('accepted')).toBe(0);
  expect(counted([], [2]).get('warning')).toBe(1);
});

test('what is accepted for one number counts for the others', () => {
  const counts = counted([{ rule, number_sid: 'num-2', note: '', at }]);
  expect(counts.get(rule)).toBe(2);
  expect(counts.get('warning')).toBe(3);
  expect(counts.get('accepted')).toBe(1);
});

test('what is accepted for all counts nowhere; an unknown rule or number changes nothing', () => {
  const counts = counted([
    { rule, note: '', at },
    { rule: 'from-another-version', note: '', at },
    { rule: 'plain-http-webhook', number_sid: 'gone', note: '', at },
  ]);
  expect(counts.get(rule)).toBe(0);
  expect(counts.get('plain-http-webhook')).toBe(3);
  expect(counts.get('accepted')).toBe(3);
});

test.each([
  ['error', true],
  [rule, true],
  ['accepted', true],
  ['nope', false],
  ['constructor', false],
])('%s is a filter: %j', (check, is) => {
  expect(isCheck(check)).toBe(is);
});

const error = ruleBit('calls-go-nowhere');
const warning = ruleBit('plain-http-webhook');
const other = ruleBit('no-capability');
const info = ruleBit('odd-one-out');

/** The positions of rows with these findings, sorted; rows behind the last are unchecked. */
function sorted(open: number[], descending = false, unchecked = 0) {
  const rows = Array.from({ length: open.length + unchecked }, (_, at) =>
    rentedNumber({ number_sid: `num-${at}` }),
  );
  const positions = Uint32Array.from(rows.keys());
  const ranks = severityRanks(Uint32Array.from(open));
  return [
    ...sortPositions(createRowSet(rows), positions, { column: 'finding', descending }, ranks),
  ];
}

test('equal findings of one level stand together, the worst rule first', () => {
  const open = [other, warning, other | info, warning, error | info, other, error];
  expect(sorted(open)).toEqual([4, 6, 1, 3, 2, 0, 5]);
});

test('the worst level is first, then the most findings, and equals keep their order', () => {
  const open = [info, warning, 0, error, warning | info, error | warning, info, warning | other];
  expect(sorted(open)).toEqual([5, 3, 4, 7, 1, 0, 6, 2]);
});

test('turned round, rows without a finding are still behind, and unchecked ones behind them', () => {
  expect(sorted([0, error, info], false, 2)).toEqual([1, 2, 0, 3, 4]);
  expect(sorted([0, error, info], true, 2)).toEqual([2, 1, 0, 3, 4]);
});

test('before any check the order is that of the list', () => {
  const rows = ['b', 'a'].map((number_sid) => rentedNumber({ number_sid }));
  const sort = { column: 'finding', descending: true } as const;
  expect([...sortPositions(createRowSet(rows), Uint32Array.of(0, 1), sort)]).toEqual([0, 1]);
});

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

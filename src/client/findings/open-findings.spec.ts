import { expect, test } from 'vitest';
import { finish } from '#checks/check-rows.ts';
import { rentedNumber } from '../fields/test-rows.ts';
import { createRowSet } from '../list/row-set.ts';
import { checkSet } from './checked-rows.ts';
import { countFindings, isCheck, openFindings } from './open-findings.ts';

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

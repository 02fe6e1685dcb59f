import { expect, test } from 'vitest';
import { finish } from '#checks/check-rows.ts';
import type { RentedNumber } from '#contract/number.ts';
import { rentedNumber } from '../fields/test-rows.ts';
import { createRowSet } from '../list/row-set.ts';
import { checkSet } from './checked-rows.ts';
import { compareReadings, countChanges, type SettledRows } from './finding-changes.ts';

const now = Date.parse('2026-06-01T12:00:00Z');
const sound = { msg_controller: 'https://hooks.example.com/', msg_method: 'POST' };
const plain = { ...sound, msg_controller: 'http://hooks.example.com/' };
const row = (at: number, changes: Partial<RentedNumber>) =>
  rentedNumber({ number_sid: `num-${at}`, number: `44748060050${at}`, ...changes });

const reading = (rows: RentedNumber[], isWhole = true): SettledRows => ({
  checked: finish(checkSet(createRowSet(rows), null, { now }, true)),
  isWhole,
});
const changesOf = (before: SettledRows, after: SettledRows) => ({
  at: now,
  numbers: finish(compareReadings(before, after)),
});
const counted = (before: SettledRows, after: SettledRows) =>
  Object.fromEntries(countChanges(changesOf(before, after), []));

test('a changed number has new findings, and others are gone', () => {
  const before = reading([row(1, plain), row(2, sound), row(3, plain)]);
  const after = reading([row(1, sound), row(2, { ...plain, msg_method: 'GET' }), row(3, plain)]);
  expect(counted(before, after)).toEqual({
    'plain-http-webhook': { added: 1, gone: 1 },
    'get-for-events': { added: 1, gone: 0 },
  });
  expect(changesOf(after, after).numbers.size).toBe(0);
});

test('numbers that came or went bring or take their findings', () => {
  const before = reading([row(1, plain), row(2, sound)]);
  const after = reading([row(2, sound), row(3, plain), row(4, plain)]);
  expect(counted(before, after)).toEqual({ 'plain-http-webhook': { added: 2, gone: 1 } });
});

test('in a list that is not whole, numbers that are not loaded say nothing', () => {
  const before = reading([row(1, plain), row(2, plain)], false);
  const after = reading([row(2, sound), row(3, plain)], false);
  expect(counted(before, after)).toEqual({ 'plain-http-webhook': { added: 0, gone: 1 } });
});

test('a set whose rows were changed in place is compared with what it held before', () => {
  const set = createRowSet([row(1, plain), row(2, sound)]);
  const before = { checked: finish(checkSet(set, null, { now }, true)), isWhole: true };
  set.replace(row(1, sound));
  set.put(row(3, plain));
  const after = { checked: finish(checkSet(set, before.checked, { now }, true)), isWhole: true };
  expect(counted(before, after)).toEqual({ 'plain-http-webhook': { added: 1, gone: 1 } });
  const inPart = { ...before, isWhole: false };
  expect(counted(inPart, after)).toEqual({ 'plain-http-webhook': { added: 0, gone: 1 } });
});

test('accepted findings are neither new nor gone', () => {
  const changes = changesOf(reading([row(2, sound)]), reading([row(1, plain), row(2, plain)]));
  const accept = (number_sid?: string) => [
    {
      rule: 'plain-http-webhook',
      note: '',
      at: '2026-06-01T12:00:00Z',
      ...(number_sid && { number_sid }),
    },
  ];
  expect(countChanges(changes, accept('num-1')).get('plain-http-webhook')?.added).toBe(1);
  expect(countChanges(changes, accept()).size).toBe(0);
});

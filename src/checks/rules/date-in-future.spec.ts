import { expect, test } from 'vitest';
import { soundRow } from '../test-row.ts';
import { dateInFuture } from './date-in-future.ts';

const fields = (created: string, updated: string, now = '2026-06-01T12:00:00Z') =>
  dateInFuture
    .check(soundRow({ created, updated }), { now: Date.parse(now) })
    .map(({ field }) => field);

const past = '2026-06-01T11:00:00+00:00';

test.each([
  [past, past, []],
  [past, '2026-06-01T12:06:00+00:00', ['updated']],
  ['2027-01-01T00:00:00+00:00', '2027-01-01T00:00:00+00:00', ['created', 'updated']],
  // A clock may be a little ahead.
  [past, '2026-06-01T12:04:00+00:00', []],
  [past, '2026-06-01T12:05:00+00:00', []],
  [past, '2026-06-01T14:00:00+03:00', []],
  ['no date', '', []],
])('rented %j, updated %j: %j', (created, updated, expected) => {
  expect(fields(created, updated)).toEqual(expected);
});

test('the clock is the one that is passed in', () => {
  expect(fields(past, past, '2026-05-01T00:00:00Z')).toEqual(['created', 'updated']);
});

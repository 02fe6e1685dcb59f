import { describe, expect, test } from 'vitest';
import { context, soundRow } from '../test-row.ts';
import { dateInFuture, updatedBeforeCreated } from './dates.ts';

describe('updated-before-created', () => {
  test.each([
    ['2020-01-02T00:00:00+00:00', '2020-01-01T23:59:59+00:00', 1],
    // The text sorts later, but the moment is earlier.
    ['2020-01-01T10:00:00+00:00', '2020-01-01T11:00:00+03:00', 1],
    ['2020-01-01T11:00:00+03:00', '2020-01-01T10:00:00+00:00', 0],
    ['2020-01-01T11:00:00+01:00', '2020-01-01T10:00:00+00:00', 0],
    ['2020-01-01T10:00:00+00:00', 'no date', 0],
    ['', '2020-01-01T10:00:00+00:00', 0],
  ])('rented %j, updated %j: %i', (created, updated, count) => {
    const remarks = updatedBeforeCreated.check(soundRow({ created, updated }), context);
    expect(remarks.map(({ field }) => field)).toEqual(Array(count).fill('updated'));
  });
});

describe('date-in-future', () => {
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
});

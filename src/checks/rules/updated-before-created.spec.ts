import { expect, test } from 'vitest';
import { context, soundRow } from '../test-row.ts';
import { updatedBeforeCreated } from './updated-before-created.ts';

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

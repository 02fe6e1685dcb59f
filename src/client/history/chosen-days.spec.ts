import { expect, test } from 'vitest';
import { chosenDays } from './chosen-days.ts';
import { snapshot } from './test-snapshots.ts';

const kept = [snapshot(7), snapshot(5), snapshot(2)];
const asked = (from: number | null, to: number | null) => chosenDays(kept, { from, to });
const pair = (from: number, to: number) => ({
  kind: 'pair',
  from: snapshot(from),
  to: snapshot(to),
});

test('the newest two are compared unless other days are asked for', () => {
  expect(asked(null, null)).toEqual(pair(5, 7));
});

test('one day alone is compared with the newest, or with the day before it', () => {
  expect(asked(2, null)).toEqual(pair(2, 7));
  expect(asked(null, 5)).toEqual(pair(2, 5));
});

test('the days may stand the other way round', () => {
  expect(asked(7, 2)).toEqual(pair(7, 2));
});

test('what cannot be compared is told apart', () => {
  expect(chosenDays([], { from: null, to: null })).toEqual({ kind: 'none' });
  expect(chosenDays([], { from: 1, to: 2 })).toEqual({ kind: 'none' });
  const only = snapshot(7);
  expect(chosenDays([only], { from: null, to: null })).toEqual({ kind: 'one', only });
  expect(asked(null, 2)).toEqual({ kind: 'oldest', oldest: snapshot(2) });
  expect(asked(5, 5)).toEqual({ kind: 'same', day: snapshot(5) });
  expect(asked(7, null)).toEqual({ kind: 'same', day: snapshot(7) });
});

test('a day that is not kept is gone, whichever of the two it is', () => {
  expect(asked(3, 7)).toEqual({ kind: 'gone' });
  expect(asked(2, 99)).toEqual({ kind: 'gone' });
  expect(chosenDays([snapshot(7)], { from: 3, to: null })).toEqual({ kind: 'gone' });
});

import { expect, test } from 'vitest';
import type { NumberHistory } from '#contract/history.ts';
import { rentedNumber } from '../fields/test-rows.ts';
import { formatMoment } from '../lib/format.ts';
import { standing } from './standing.ts';
import { snapshot } from './test-snapshots.ts';

const kept = [6, 5, 4, 2, 1].map((seq) => snapshot(seq));
const [six, five, four, two, one] = kept.map(({ asOf }) => formatMoment(asOf));
const days = { from: kept[4]!, to: kept[0]!, kept };
const row = rentedNumber({});

type Change = NumberHistory['changes'][number];
const gone = (seq: number): Change => ({ ...snapshot(seq), before: row, after: null });
const added = (seq: number): Change => ({ ...snapshot(seq), before: null, after: row });

test('a gone number was last seen in the snapshot before the one that lacks it', () => {
  const text = `Gone: last seen ${two}, not there any more ${four}`;
  expect(standing({ ...days, kind: 'gone', changes: [gone(4)] })).toBe(text);
  // It came again later, and went once before.
  const changes = [added(7), gone(4), added(3), gone(2)];
  expect(standing({ ...days, kind: 'gone', changes })).toBe(text);
});

test('a number that came and went was last seen in the snapshot before the one that lacks it', () => {
  expect(standing({ ...days, kind: 'passed', changes: [gone(5), added(2)] })).toBe(
    `Came and went: last seen ${four}, not there any more ${five}`,
  );
  expect(standing({ ...days, kind: 'passed', changes: undefined })).toBe(
    `Came and went: not there ${one} and ${six}, but in between`,
  );
});

test('an added number is there since the snapshot that has it first', () => {
  expect(standing({ ...days, kind: 'added', changes: [added(4)] })).toBe(
    `Added: there since ${four}, not there ${two}`,
  );
});

test('without its own changes, and on the way back, the two days are said', () => {
  expect(standing({ ...days, kind: 'gone', changes: undefined })).toBe(
    `Gone: there ${one}, not there ${six}`,
  );
  const back = { from: kept[0]!, to: kept[4]!, kept };
  expect(standing({ ...back, kind: 'gone', changes: [added(4)] })).toBe(
    `Gone: there ${six}, not there ${one}`,
  );
  expect(standing({ ...back, kind: 'added', changes: [gone(4)] })).toBe(
    `Added: not there ${six}, there ${one}`,
  );
});

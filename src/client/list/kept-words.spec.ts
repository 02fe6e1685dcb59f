import { describe, expect, test } from 'vitest';
import { ApiError } from '../lib/api-error.ts';
import { formatClock } from '../lib/format.ts';
import { keptNote, momentWords, ofKept, readWords } from './kept-words.ts';
import type { Scope } from './scope.ts';
import {
  copyWords,
  exportWords,
  loadedWords,
  searchedWords,
  searchWords,
  selectedWords,
  sortWords,
} from './scope-words.ts';

const at = Date.UTC(2026, 10, 26, 3, 17);
const moment = momentWords(at);
const now = { status: 'complete', loaded: 240, skipped: 0, at } as const satisfies Scope;
const recent = { ...now, kept: 'recent' } as const satisfies Scope;
const past = { ...now, kept: 'past' } as const satisfies Scope;
const error = new ApiError('history_broken', 'The file of 26 Nov is damaged.');

const everyFigure = (scope: Scope) => [
  searchWords(scope, 3),
  sortWords(scope, 'name'),
  exportWords(scope, 240, false),
  exportWords(scope, 3, true),
  copyWords(scope, 240, false),
  selectedWords(scope, { length: 3, elsewhere: 0 }),
  selectedWords(scope, { length: 3, elsewhere: 1 }),
];

describe('a snapshot is never mistaken for the list of now', () => {
  test.each([past, { ...past, skipped: 2 }, { ...past, loaded: 0 }])(
    'every figure of %j says of which moment it is',
    (scope) => {
      const figures = [loadedWords(scope), ...everyFigure(scope), searchedWords(scope, 1, 'desk')];
      for (const words of figures) expect(words).toContain(`as of ${moment}`);
    },
  );

  test.each<Scope>([
    { status: 'walking', loaded: 240, pace: { ...pace(240) }, kept: 'past' },
    { status: 'paused', loaded: 240, kept: 'past' },
    { status: 'stopped', loaded: 240, at, error, kept: 'past' },
  ])('before its moment is known, every figure of a $status one says so', (scope) => {
    for (const words of [loadedWords(scope), ...everyFigure(scope)]) {
      expect(words).toContain('a snapshot');
    }
    expect(keptNote(scope)).toBeNull();
  });
});

test('a list that a young snapshot gave says since when it was kept, and counts as now', () => {
  expect(loadedWords(recent)).toBe(`All 240 loaded, from the snapshot of ${formatClock(at)}`);
  expect(keptNote(recent)).toBe(`as of ${formatClock(at)}`);
  for (const words of everyFigure(recent)) expect(words).not.toContain('as of');
});

test('the list of now says nothing of snapshots', () => {
  expect(readWords(now)).toBe(formatClock(at));
  expect(keptNote(now)).toBeNull();
  expect(ofKept(now, 'all 240 rows')).toBe('all 240 rows');
  for (const words of [loadedWords(now), ...everyFigure(now)]) expect(words).not.toContain('as of');
});

function pace(loaded: number) {
  return { loaded, requests: 0, perSecond: null, estimate: null };
}

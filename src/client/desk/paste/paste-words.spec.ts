import { expect, test } from 'vitest';
import { listWords, partTitles, reachWords } from './paste-words.ts';
import * as words from './words.ts';

const complete = { status: 'complete', loaded: 12, skipped: 0, at: 0 } as const;

test.each([
  [complete, false, 'Compared with all 12 rows.'],
  [
    complete,
    true,
    'Compared with 12 rows that match the filters only. A missing number may still be rented.',
  ],
  [
    { status: 'partial', loaded: 1 } as const,
    false,
    'Compared with 1 loaded row only. A missing number may still be rented.',
  ],
  [
    { ...complete, skipped: 2 },
    false,
    'Compared with 12 loaded rows only. A missing number may still be rented. 2 rows had invalid data and could not be compared.',
  ],
])('%j, filtered %s', (scope, isFiltered, words) => {
  expect(reachWords({ scope, isFiltered })).toBe(words);
});

test('only the whole list says what is not rented', () => {
  expect(partTitles({ scope: complete, isFiltered: false }).listOnly).toBe(
    'In your list, not rented',
  );
  expect(partTitles({ scope: complete, isFiltered: true }).listOnly).toBe(
    'In your list, not among these rows',
  );
});

test('the list is counted without what does not occur', () => {
  const number = { digits: '442079460958', text: '', beside: [] };
  const one = new Map([[number.digits, number]]);
  expect(listWords({ numbers: one, repeated: 0, unread: [] })).toBe('1 number');
  const unread = [{ line: 1, text: 'x', fault: 'none' }] as const;
  expect(listWords({ numbers: new Map(), repeated: 3, unread })).toBe(
    '0 numbers, 3 repeated, 1 skipped',
  );
});

test('one number without another name reads as one', () => {
  expect(words.sameNames(1)).toBe('No different name');
  expect(words.sameNames(3)).toBe('No different names among 3 numbers');
});

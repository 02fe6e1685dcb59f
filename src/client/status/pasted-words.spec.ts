import { expect, test } from 'vitest';
import { rentedNumber } from '../fields/test-rows.ts';
import { createRowSet } from '../list/row-set.ts';
import { pastedWords } from './pasted-words.ts';

const complete = { status: 'complete', loaded: 1, skipped: 0, at: 0 } as const;
const partial = { status: 'partial', loaded: 1 } as const;
const set = createRowSet([rentedNumber({ number: '447480600503', number_sid: 'num1' })]);
const pasted = (...lines: string[]) => ({
  lines: new Map(lines.map((line) => [line, null])),
  key: 'pasted-1',
});
const listOf = (...lines: string[]) => ({ set, asked: {}, pasted: pasted(...lines) });

test('a number is called not rented only when the whole account was read', () => {
  const list = listOf('447480600503', '37255512345', '37255512346');
  expect(pastedWords({ ...list, scope: partial })).toBe('2 of 3 pasted numbers are not loaded');
  expect(pastedWords({ ...list, scope: { ...complete, skipped: 1 } })).toBe(
    '2 of 3 pasted numbers are not loaded',
  );
  expect(pastedWords({ ...list, scope: complete, asked: { voice: true } })).toBe(
    '2 of 3 pasted numbers are not among these numbers',
  );
  expect(pastedWords({ ...list, scope: complete })).toBe('2 of 3 pasted numbers are not rented');
});

test('nothing is said when no number is missing, or no list is shown', () => {
  expect(pastedWords({ ...listOf('447480600503'), scope: partial })).toBeNull();
  expect(pastedWords({ ...listOf('1'), pasted: null, scope: partial })).toBeNull();
});

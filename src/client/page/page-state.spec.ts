import { expect, test } from 'vitest';
import { readAddress } from '../address/query-string.ts';
import type { Scope } from '../list/scope.ts';
import { pageState } from './page-state.ts';

/** The state of a page with a list of no rows. */
function stateOf(search: string, scope: Scope, isReading = false) {
  // Only the length of the shown rows is read.
  const shown = { length: 0 } as Parameters<typeof pageState>[0]['shown'];
  const list = { selection: {}, scope, shown, pasted: null, compared: null, isReading };
  return pageState(list, readAddress(search).values);
}

const part = (loaded: number): Scope => ({ status: 'partial', loaded });
const whole: Scope = { status: 'complete', loaded: 0, skipped: 0, at: 0 };

test.each([
  ['', part(20), true],
  ['?q=desk', part(20), false],
  ['?sort=number', part(20), false],
  // Pages without rows are read on.
  ['?q=desk', part(0), true],
  ['', whole, false],
] as const)('a page at "%s" with %o reads ahead: %s', (search, scope, mayLoadAhead) => {
  expect(stateOf(search, scope)).toMatchObject({ mayLoadAhead });
});

test('a list is empty only when no row is awaited and none is looked for', () => {
  expect(stateOf('', { status: 'loading' })).toMatchObject({ isAwaited: true, isEmpty: false });
  expect(stateOf('', part(0))).toMatchObject({ isAwaited: true, isEmpty: false });
  expect(stateOf('', whole)).toMatchObject({ isAwaited: false, isEmpty: true });
  expect(stateOf('?q=49', whole, true)).toMatchObject({ isAwaited: false, isEmpty: false });
});

test('the question differs with the search and the sort, not with open details', () => {
  const { question } = stateOf('', whole);
  expect(stateOf('?q=desk', whole).question).not.toBe(question);
  expect(stateOf('?sort=number', whole).question).not.toBe(question);
  expect(stateOf('?open=442079460007', whole).question).toBe(question);
});

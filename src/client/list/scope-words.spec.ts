import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ApiError } from '../lib/api-error.ts';
import { formatClock, formatCount } from '../lib/format.ts';
import type { Scope } from './scope.ts';
import {
  copyWords,
  exportWords,
  loadedWords,
  partsWords,
  reachWords,
  searchedWords,
  searchProgressWords,
  searchWords,
  selectedWords,
  sortWords,
  toGoWords,
} from './scope-words.ts';

const at = Date.UTC(2026, 0, 1, 12);
const error = new ApiError('upstream_timeout', 'Too slow.');
const complete = (loaded: number, skipped = 0): Scope => ({
  status: 'complete',
  loaded,
  skipped,
  at,
});
const partial = (loaded: number): Scope => ({ status: 'partial', loaded });
const stopped = (loaded: number): Scope => ({ status: 'stopped', loaded, at, error });
const paused = (loaded: number): Scope => ({ status: 'paused', loaded });
const paceOf = (loaded: number, total: number | null) => ({
  loaded,
  requests: 1,
  perSecond: null,
  estimate: total === null ? null : { total, requests: 1 },
});
const walking = (loaded: number, total: number | null = null): Scope => ({
  status: 'walking',
  loaded,
  pace: paceOf(loaded, total),
});

test('nothing says "all" before the list is complete', () => {
  const anyIncomplete = fc.oneof(
    fc.constant<Scope>({ status: 'loading' }),
    fc.nat().map(partial),
    fc.nat().map(stopped),
    fc.nat().map(paused),
    fc.tuple(fc.nat(), fc.option(fc.nat())).map(([loaded, total]) => walking(loaded, total)),
    fc.tuple(fc.nat(), fc.nat()).map(([loaded, skipped]) => complete(loaded, skipped + 1)),
  );
  fc.assert(
    fc.property(anyIncomplete, fc.nat(), fc.boolean(), (scope, count, narrowed) => {
      const words = [
        loadedWords(scope),
        sortWords(scope, 'name'),
        searchWords(scope, count),
        exportWords(scope, count, narrowed),
        copyWords(scope, count, narrowed),
      ];
      expect(words.join('\n')).not.toMatch(/\ball\b|\bonly\b|\bnone\b/i);
    }),
  );
});

describe('loadedWords', () => {
  test('a complete list says so, and when', () => {
    const time = formatClock(at);
    expect(loadedWords(complete(5310))).toBe(`All ${formatCount(5310)} loaded, ${time}`);
    expect(loadedWords(complete(1))).toBe(`1 number, loaded ${time}`);
    expect(loadedWords(complete(0))).toBe(`No numbers (checked ${time})`);
  });

  test('a complete list of what filters asked for counts matches', () => {
    const time = formatClock(at);
    const asked = 'Country: Spain';
    expect(loadedWords(complete(5310), asked)).toBe(
      `All ${formatCount(5310)} matches loaded, ${time}`,
    );
    expect(loadedWords(complete(1), asked)).toBe(`1 match, loaded ${time}`);
    expect(loadedWords(complete(0), asked)).toBe(`No matches for Country: Spain (checked ${time})`);
  });

  test('any other says how much there is so far', () => {
    expect(loadedWords({ status: 'loading' })).toBe('Loading the first numbers');
    expect(loadedWords(partial(240))).toBe('240 loaded, more available');
    const why = 'Apifonica did not answer in time';
    expect(loadedWords(stopped(240))).toBe(`240 loaded, then stopped: ${why}`);
    expect(loadedWords(stopped(0))).toBe(`Nothing loaded: ${why}`);
    const ended = { ...stopped(240), error: new ApiError('unauthenticated', '') } as Scope;
    expect(loadedWords(ended)).toBe('240 loaded, then stopped: Your session ended');
    expect(loadedWords({ ...ended, loaded: 0 } as Scope)).toBe('Nothing loaded: Not signed in');
    expect(loadedWords(paused(240))).toBe('Paused with 240 loaded, more available');
    expect(loadedWords(complete(51, 9))).toBe(`51 loaded, 9 skipped, ${formatClock(at)}`);
  });
});

describe('a walk', () => {
  test('says how much there is so far, and how much is left only where an earlier one tells', () => {
    expect(loadedWords(walking(240))).toBe('Loading the whole list: 240 so far');
    expect(loadedWords(walking(240, 5310))).toBe(
      `Loading the whole list: 240 so far, about ${formatCount(5070)} to go`,
    );
  });

  test('an estimate that was reached, or passed, is no count of what is left', () => {
    expect(toGoWords(paceOf(240, null))).toBeNull();
    expect(toGoWords(paceOf(500, 500))).toBe('nearly done');
    expect(toGoWords(paceOf(501, 500))).toBe('nearly done');
    expect(toGoWords(paceOf(0, 0))).toBe('nearly done');
  });
});

test('sort and search say what they cover', () => {
  expect(sortWords(partial(2), 'number_sid')).toContain('Sorted by number SID within');
  expect(sortWords(partial(2), 'has_token')).toContain('Sorted by SIP token within');
  expect(sortWords(complete(20), 'name')).toBe('Sorted by name, all 20 rows');
  expect(sortWords(partial(1), 'name')).toBe('Sorted by name within 1 loaded row');
  expect(searchWords(complete(20), 3)).toBe('3 of all 20 rows match');
  expect(searchWords(complete(20), 0)).toBe('No match in all 20 rows');
  for (const incomplete of [stopped, paused, walking]) {
    expect(searchWords(incomplete(40), 3)).toBe('3 of 40 loaded rows match');
    expect(searchWords(incomplete(40), 0)).toBe('No match in 40 loaded rows');
    expect(sortWords(incomplete(40), 'name')).toBe('Sorted by name within 40 loaded rows');
  }
});

test('an export or a copy is of all rows only when nothing narrows a complete list', () => {
  expect(exportWords(complete(20), 20, false)).toBe('Export all 20 rows');
  expect(exportWords(complete(20), 3, true)).toBe('Export 3 rows');
  expect(exportWords(partial(20), 20, false)).toBe('Export 20 loaded rows');
  expect(exportWords(walking(20), 20, false)).toBe('Export 20 loaded rows');
  expect(copyWords(complete(20), 20, false)).toBe('Copy all 20 rows');
  expect(copyWords(complete(20), 1, true)).toBe('Copy 1 row');
  expect(copyWords(paused(20), 3, true)).toBe('Copy 3 loaded rows');
});

test('selected rows are called loaded or all only when each of them is loaded', () => {
  expect(selectedWords(partial(100), { length: 2, elsewhere: 0 })).toBe('2 loaded rows selected');
  expect(selectedWords(partial(100), { length: 2, elsewhere: 1 })).toBe('2 rows selected');
  expect(selectedWords(complete(2), { length: 2, elsewhere: 0 })).toBe('all 2 rows selected');
  expect(selectedWords(complete(2), { length: 2, elsewhere: 1 })).toBe('2 rows selected');
  expect(selectedWords(complete(5), { length: 2, elsewhere: 0 })).toBe('2 rows selected');
});

test('a search of all numbers says how far it is', () => {
  expect(searchProgressWords(walking(240), 2)).toBe('240 read, 2 matches');
  expect(searchProgressWords(walking(240, 500), 0)).toBe('240 of about 500 read, no match yet');
  expect(searchProgressWords(walking(500, 500), 1)).toBe('500 read, 1 match');
  expect(searchProgressWords({ status: 'loading' }, 0)).toBe('0 read, no match yet');
});

test('a search of all numbers says what it found, and what it could not read', () => {
  const ended = { status: 'complete', loaded: 240, skipped: 0, at } as const;
  const time = formatClock(at);
  expect(searchedWords(ended, 3, '“desk”')).toBe('All 240 searched: 3 matches');
  expect(searchedWords(ended, 0, '“desk”')).toBe(`No matches for “desk” (checked ${time})`);
  expect(searchedWords({ ...ended, skipped: 2 }, 0, '“desk”')).toBe(
    '240 searched, 2 skipped: 0 matches',
  );
});

test('how far a list is read is said without why it stopped', () => {
  expect(reachWords(complete(3))).toBe(`All 3 loaded, ${formatClock(at)}`);
  expect(reachWords({ ...stopped(240), kept: 'past' })).toBe('240 of a snapshot loaded');
  expect(reachWords({ ...stopped(0), kept: 'past' })).toBe('Nothing loaded');
});

test('values without a row yet are counted by what was chosen', () => {
  const one = { country_code: ['GB', 'DE', 'FR'] };
  expect(partsWords({ all: 3, unasked: 2, areAwaited: true }, one)).toBe(
    'no rows yet from 2 of 3 chosen countries',
  );
  const types = { country_code: ['GB'], type: ['sip', 'local'] };
  expect(partsWords({ all: 2, unasked: 1, areAwaited: true }, types)).toBe(
    'no rows yet from 1 of 2 chosen types',
  );
  const both = { country_code: ['GB', 'DE'], type: ['sip', 'local'] };
  expect(partsWords({ all: 4, unasked: 3, areAwaited: true }, both)).toBe(
    'no rows yet from 3 of 4 combinations of country and type',
  );
  expect(partsWords({ all: 24, unasked: 4, areAwaited: false }, both)).toBe(
    'no rows yet from 4 of 24 combinations of country and type: “Load all” brings them',
  );
  expect(partsWords({ all: 4, unasked: 0, areAwaited: false }, both)).toBeNull();
});

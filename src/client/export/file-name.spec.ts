import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileDays, fileName, snapshotPart } from './file-name.ts';

const parts = {
  account: null,
  snapshot: null,
  what: 'rented-numbers',
  selection: {},
  search: null,
  check: null,
  rented: null,
  isComplete: false,
  count: 240,
  at: new Date(2026, 10, 3, 9, 4),
  format: 'csv',
} as const;

test('says what was filtered, how far it reaches, how many and when', () => {
  expect(fileName(parts)).toBe('rented-numbers_partial_240_20261103-0904.csv');
  const selection = { country_code: ['GB'], voice: true };
  expect(fileName({ ...parts, selection, isComplete: true, format: 'xlsx' })).toBe(
    'rented-numbers_country-code-GB_voice-true_complete_240_20261103-0904.xlsx',
  );
});

test('names a pasted list, and cuts a long search', () => {
  expect(fileName({ ...parts, list: 'pasted-list', search: 'x'.repeat(60) })).toBe(
    `rented-numbers_pasted-list_containing-${'x'.repeat(40)}_partial_240_20261103-0904.csv`,
  );
});

test('names the account where there are several', () => {
  expect(fileName({ ...parts, account: 'berlin-2' })).toBe(
    'rented-numbers_berlin-2_partial_240_20261103-0904.csv',
  );
});

test('names the moment of a snapshot, or the snapshot before its moment is known', () => {
  const at = new Date(2026, 10, 1, 3, 17).getTime();
  const complete = { status: 'complete', loaded: 240, skipped: 0, at } as const;
  const named = (snapshot: Parameters<typeof snapshotPart>[0]) =>
    fileName({ ...parts, snapshot: snapshotPart(snapshot) });
  expect(named({ snapshot: 13, scope: complete })).toBe(
    'rented-numbers_as-of-20261101-0317_partial_240_20261103-0904.csv',
  );
  expect(named({ snapshot: 13, scope: { status: 'paused', loaded: 240 } })).toBe(
    'rented-numbers_snapshot-13_partial_240_20261103-0904.csv',
  );
  expect(named({ snapshot: null, scope: complete })).toBe(fileName(parts));
});

test('names the check, and what the rows are', () => {
  expect(fileName({ ...parts, what: 'checks', check: 'plain-http-webhook' })).toBe(
    'checks_check-plain-http-webhook_partial_240_20261103-0904.csv',
  );
});

test('names the months of renting', () => {
  expect(fileName({ ...parts, rented: '2024-03..2024-07' })).toBe(
    'rented-numbers_rented-2024-03-2024-07_partial_240_20261103-0904.csv',
  );
});

test('names the search, also one without a letter', () => {
  expect(fileName({ ...parts, search: 'main desk' })).toContain('_containing-main-desk_partial_');
  expect(fileName({ ...parts, search: '../' })).toContain('_containing-text_partial_');
});

test('whatever was searched for, the name is one every file system takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (search) => {
      const name = fileName({ ...parts, search });
      expect(name).toMatch(/^rented-numbers_containing-[\p{L}\p{N}-]+_partial_240_[\d-]+\.csv$/u);
      expect(name.length).toBeLessThan(120);
    }),
  );
});

const at = (day: number, hours: number) => new Date(2026, 10, day, hours, 17).toISOString();

test('a file name has both days, also two moments of one day', () => {
  expect(fileDays(at(5, 3), at(26, 14), null)).toBe('2026-11-05-0317-to-2026-11-26-1417');
  expect(fileDays(at(5, 3), at(5, 4), null)).toBe('2026-11-05-0317-to-2026-11-05-0417');
});

test('a file name has the kinds of changes unless all are in it', () => {
  expect(fileDays(at(5, 3), at(6, 3), ['added', 'gone'])).toMatch(/_added-gone$/);
});

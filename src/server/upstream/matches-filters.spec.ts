import { expect, test } from 'vitest';
import type { NumberFilters } from '#contract/filters.ts';
import { matchesFilters } from './matches-filters.ts';
import { wireRow } from './test-upstream.ts';
import { readWireNumber } from './wire.ts';

const matches = (filters: NumberFilters, changes: Record<string, unknown> = {}) =>
  matchesFilters(readWireNumber(wireRow(changes), { rows: new Set(), values: [] })!, filters);

test.each<[NumberFilters, NumberFilters]>([
  [{ number: '447480600503' }, { number: '44748060050' }],
  [{ country_code: 'GB' }, { country_code: 'EE' }],
  [{ country_name: 'United Kingdom' }, { country_name: 'United' }],
  [{ type: 'local' }, { type: 'loc' }],
  [{ voice: false }, { voice: true }],
  [{ messaging: true }, { messaging: false }],
])('%j is asked for exactly: not %j', (asked, other) => {
  expect(matches(asked)).toBe(true);
  expect(matches(other)).toBe(false);
});

test('without filters any row matches; with several each has to', () => {
  expect(matches({})).toBe(true);
  expect(matches({ country_code: 'GB', type: 'local', voice: false })).toBe(true);
  expect(matches({ country_code: 'GB', type: 'local', voice: true })).toBe(false);
});

test('W10 a leading + and capitals are spelling', () => {
  expect(matches({ number: '447480600503' }, { number: '+447480600503' })).toBe(true);
  expect(matches({ country_code: 'GB' }, { country_code: 'gb' })).toBe(true);
  expect(matches({ type: 'Local Mobile' }, { type: 'local mobile' })).toBe(true);
});

import { expect, test } from 'vitest';
import type { NumberFilters } from '#contract/filters.ts';
import { documentedRow } from '#sandbox/stand-in/documented-row.ts';
import { matchesFilters } from './matches-filters.ts';
import { readWireNumber } from './wire.ts';

const matches = (filters: NumberFilters, changes: Record<string, unknown> = {}) =>
  matchesFilters(readWireNumber(documentedRow(changes), { rows: new Set(), values: [] })!, filters);

test.each<[NumberFilters, NumberFilters]>([
  [{ number: '447480600503' }, { number: '44748060050' }],
  [{ country_code: 'GB' }, { country_code: 'EE' }],
  [{ country_name: 'United Kingdom' }, { country_name: 'United' }],
  [{ type: 'local' }, { type: 'loc' }],
  [{ voice: false }, { voice: true }],
  [{ messaging: true }, { messaging: false }],
])('%j matches exactly, and not %j', (asked, other) => {
  expect(matches(asked)).toBe(true);
  expect(matches(other)).toBe(false);
});

test('without filters any row matches; with several each has to', () => {
  expect(matches({})).toBe(true);
  expect(matches({ country_code: 'GB', type: 'local', voice: false })).toBe(true);
  expect(matches({ country_code: 'GB', type: 'local', voice: true })).toBe(false);
});

test.each([
  ['442079460001', '+44 020 7946 0001', 'GB'],
  ['442079460001', '020 7946 0001', 'GB'],
  ['525512345678', '5215512345678', 'MX'],
  ['541123456789', '5491123456789', 'AR'],
])('W6 %s is the number of a row that has %s', (number, own, country_code) => {
  expect(matches({ number }, { number: own, country_code })).toBe(true);
  expect(matches({ number: '447480600503' }, { number: own, country_code })).toBe(false);
});

test('a number outside every plan matches only itself', () => {
  expect(matches({ number: '12345' }, { number: '12345' })).toBe(true);
  expect(matches({ number: '12345' }, { number: '54321' })).toBe(false);
  expect(matches({ number: '12345' }, { number: '447480600503' })).toBe(false);
  expect(matches({ number: '447480600503' }, { number: '12345' })).toBe(false);
});

test('W10 a leading + and upper or lower case make no difference', () => {
  expect(matches({ number: '447480600503' }, { number: '+447480600503' })).toBe(true);
  expect(matches({ country_code: 'GB' }, { country_code: 'gb' })).toBe(true);
  expect(matches({ type: 'Local Mobile' }, { type: 'local mobile' })).toBe(true);
});

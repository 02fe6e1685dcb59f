import { expect, test } from 'vitest';
import { rentedNumber } from '../fields/test-rows.ts';
import { oldAndNew } from './old-and-new.ts';

const row = rentedNumber;

test('both values read as in the table', () => {
  const off = row({ voice: false, messaging: true });
  const on = row({ voice: true, messaging: true });
  expect(oldAndNew('capabilities', off, on)).toEqual({ old: 'SMS', now: 'Voice, SMS' });
  expect(oldAndNew('name', row({ name: null }), row({ name: 'Desk' }))).toEqual({
    old: '',
    now: 'Desk',
  });
});

test('two moments of one day are told as moments', () => {
  const { old, now } = oldAndNew(
    'updated',
    row({ updated: '2026-11-26T10:00:00Z' }),
    row({ updated: '2026-11-26T11:30:00Z' }),
  );
  expect(old).not.toBe(now);
  expect(old).toMatch(/\d\d/);
});

test('different values that read alike are told as Apifonica writes them', () => {
  const { old, now } = oldAndNew('type', row({ type: 'toll_free' }), row({ type: 'Toll-free' }));
  expect([old, now]).toEqual(['toll_free', 'Toll-free']);
});

import { expect, test } from 'vitest';
import { accountFacts, agoWords, durationWords } from './entry-facts.ts';

const minute = 60_000;
const hour = 60 * minute;

test.each([
  [0, 'under a minute', 'just now'],
  [minute - 1, 'under a minute', 'just now'],
  [minute, '1 min', '1 min ago'],
  [hour - 1, '59 min', '59 min ago'],
  [hour, '1 h', '1 h ago'],
  [2 * hour + 5 * minute, '2 h 5 min', '2 h 5 min ago'],
  [24 * hour + 5 * minute, '24 h', '24 h ago'],
])('%i ms', (ms, duration, ago) => {
  expect(durationWords(ms)).toBe(duration);
  expect(agoWords(ms)).toBe(ago);
});

const account = {
  account: { id: 'berlin', name: 'Berlin' },
  state: 'ok',
  problem: null,
  requests: 1,
  limit: 4,
  paused_ms: 0,
} as const;

test('says how an account answers', () => {
  expect(accountFacts(account)).toEqual(['Answers', '1 of 4 requests in use']);
  expect(accountFacts({ ...account, state: 'unused' })).toEqual(['Not used yet']);
});

test('a failing account says why, and how long it is paused', () => {
  const failing = { state: 'failing', problem: 'upstream_rate_limited', paused_ms: 1200 } as const;
  expect(accountFacts({ ...account, ...failing })).toEqual([
    'Fails',
    'Apifonica is limiting requests',
    'paused for 2 s',
    '1 of 4 requests in use',
  ]);
});

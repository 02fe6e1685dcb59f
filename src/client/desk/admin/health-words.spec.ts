import { expect, test } from 'vitest';
import { accountFacts } from './health-words.ts';

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

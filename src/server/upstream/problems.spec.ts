import { expect, test } from 'vitest';
import type { ProblemCode } from '#contract/problem-kinds.ts';
import { problemOfStatus, retryAfterMs } from './problems.ts';

const problem = (status: number, followed: boolean, retryAfter?: string) =>
  problemOfStatus(
    { status, contentType: '', contentEncoding: 'identity', retryAfter, body: Buffer.alloc(0) },
    followed,
  );

test.each<[status: number, first: ProblemCode, followed: ProblemCode]>([
  [204, 'upstream_contract', 'upstream_contract'],
  [302, 'upstream_contract', 'upstream_contract'],
  [400, 'upstream_contract', 'cursor_expired'],
  [401, 'upstream_auth', 'upstream_auth'],
  [403, 'upstream_auth', 'upstream_auth'],
  [404, 'upstream_account', 'upstream_account'],
  [410, 'upstream_account', 'cursor_expired'],
  [418, 'upstream_contract', 'upstream_contract'],
  [429, 'upstream_rate_limited', 'upstream_rate_limited'],
  [500, 'upstream_unavailable', 'upstream_unavailable'],
  [503, 'upstream_unavailable', 'upstream_unavailable'],
  [599, 'upstream_unavailable', 'upstream_unavailable'],
])('%i is %s, with a cursor %s', (status, first, followed) => {
  expect(problem(status, false).code).toBe(first);
  expect(problem(status, true).code).toBe(followed);
});

test('how long to wait is passed on where the upstream may say it', () => {
  expect(problem(429, false, '2').retryAfterMs).toBe(2000);
  expect(problem(503, false, '30').retryAfterMs).toBe(30_000);
  expect(problem(429, false).retryAfterMs).toBeUndefined();
  expect(problem(401, false, '2').retryAfterMs).toBeUndefined();
});

const now = Date.parse('2026-01-01T00:00:00Z');

test.each([
  ['2', 2000],
  ['0', 0],
  [' 30 ', 30_000],
  ['Thu, 01 Jan 2026 00:00:05 GMT', 5000],
  ['Wed, 31 Dec 2025 23:59:00 GMT', 0],
  ['-1', undefined],
  ['1.5', undefined],
  ['soon', undefined],
  ['99999999999', 365 * 24 * 60 * 60 * 1000],
  ['Thursday, 01-Jan-26 00:00:05 GMT', 5000],
  ['Thu Jan  1 00:00:05 2026', 5000],
  [undefined, undefined],
])('%j is %j ms', (header, ms) => {
  expect(retryAfterMs(header, now)).toBe(ms);
});

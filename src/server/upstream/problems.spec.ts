import { expect, test } from 'vitest';
import type { ProblemCode } from '#contract/problem-kinds.ts';
import { problemOfStatus } from './problems.ts';

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

import { describe, expect, test } from 'vitest';
import type { ProblemCode } from '#contract/problem-kinds.ts';
import { ProblemError } from '../problem-error.ts';
import { UnreachedError } from './connections.ts';
import { createRetryBudget, retryDelay, withRetry } from './retry.ts';

const problem = (code: ProblemCode, retryAfterMs?: number) =>
  new ProblemError(code, code, { retryAfterMs });

const options = () => ({
  budget: createRetryBudget(),
  msLeft: () => 10_000,
  signal: new AbortController().signal,
  random: () => 0,
});

/** Fails with each problem in turn, then answers. */
function failing(...problems: ProblemError[]) {
  const asked = { times: 0 };
  const ask = async () => {
    const next = problems[asked.times];
    asked.times += 1;
    if (next) throw next;
    return 'answer';
  };
  return { ask, asked };
}

describe('what is tried again', () => {
  test.each([
    ['upstream_unavailable', 2],
    ['upstream_unreachable', 2],
    ['upstream_timeout', 2],
    ['upstream_malformed', 2],
    ['upstream_rate_limited', 2],
  ] as const)('%s once is invisible', async (code, times) => {
    const { ask, asked } = failing(problem(code));
    expect(await withRetry(ask, options())).toBe('answer');
    expect(asked.times).toBe(times);
  });

  test.each([
    ['upstream_auth', 1],
    ['upstream_account', 1],
    ['upstream_contract', 1],
    ['cursor_expired', 1],
    ['invalid_cursor', 1],
    ['upstream_malformed', 2],
    ['upstream_unavailable', 4],
  ] as const)('%s for ever is given up after %d attempts', async (code, times) => {
    const { ask, asked } = failing(...Array.from({ length: 9 }, () => problem(code)));
    await expect(withRetry(ask, options())).rejects.toMatchObject({ code });
    expect(asked.times).toBe(times);
  });

  test('O6 an unreachable upstream is, until the deadline and outside the budget', async () => {
    const gone = Array.from({ length: 9 }, () => new UnreachedError('Refused.', {}));
    const budget = { earn: () => {}, take: () => false };
    let msLeft = 5000;
    const waits: number[] = [];
    const { ask, asked } = failing(...gone);
    const onRetry = (_: ProblemError, waitMs: number) => {
      waits.push(waitMs);
      msLeft -= 2000;
    };
    const waiting = withRetry(ask, { ...options(), budget, msLeft: () => msLeft, onRetry });
    await expect(waiting).rejects.toMatchObject({ code: 'upstream_unreachable' });
    expect(asked.times).toBe(4);
    expect(waits).toEqual([100, 200, 400]);
  });

  test('O6 other failures before and after are counted apart', async () => {
    const gone = () => new UnreachedError('Refused.', {});
    const unavailable = problem('upstream_unavailable');
    const { ask } = failing(gone(), gone(), unavailable, gone(), unavailable, unavailable);
    expect(await withRetry(ask, options())).toBe('answer');
  });

  test('an error that is no ProblemError is not', async () => {
    const broken = () => Promise.reject(new TypeError('a bug'));
    await expect(withRetry(broken, options())).rejects.toThrow('a bug');
  });
});

describe('how long it waits', () => {
  test('never earlier than asked, at most the growing span later', () => {
    const asked = problem('upstream_rate_limited', 1500);
    expect(retryDelay(asked, 1, 0)).toBe(1500);
    expect(retryDelay(asked, 1, 0.5)).toBe(1600);
    expect(retryDelay(asked, 1, 0.999)).toBeLessThanOrEqual(1700);
    expect(retryDelay(asked, 3, 0.999)).toBeLessThanOrEqual(2300);
  });

  test('O6 for an unreachable upstream between half of the span and all of it', () => {
    const gone = new UnreachedError('Refused.', {});
    expect([0, 0.5, 1].map((random) => retryDelay(gone, 1, random))).toEqual([100, 150, 200]);
  });

  test('a wait beyond the deadline is not begun: the caller gets it', async () => {
    const { ask, asked } = failing(problem('upstream_rate_limited', 30_000));
    const waiting = withRetry(ask, options());
    await expect(waiting).rejects.toMatchObject({ retryAfterMs: 30_000 });
    expect(asked.times).toBe(1);
  });

  test('somebody who goes away ends the wait', async () => {
    const leaving = new AbortController();
    const { ask, asked } = failing(problem('upstream_rate_limited', 5000));
    const waiting = withRetry(ask, { ...options(), signal: leaving.signal });
    leaving.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    expect(asked.times).toBe(1);
  });
});

describe('the retry budget', () => {
  test('an upstream that is down soon gets one attempt for each request', async () => {
    const at = 0;
    const budget = createRetryBudget(() => at);
    const requests = 200;
    let attempts = 0;
    for (let n = 0; n < requests; n += 1) {
      const { ask, asked } = failing(
        ...Array.from({ length: 9 }, () => problem('upstream_unavailable')),
      );
      await expect(withRetry(ask, { ...options(), budget })).rejects.toThrow();
      attempts += asked.times;
    }
    expect(attempts - requests).toBeLessThanOrEqual(10 + requests * 0.2);
    expect(attempts).toBeGreaterThan(requests);
  });

  test('holds ten retries at first, by any clock', () => {
    for (const budget of [createRetryBudget(() => 0), createRetryBudget()]) {
      const taken = Array.from({ length: 100 }, () => budget.take());
      expect(taken.slice(0, 10)).not.toContain(false);
      expect(taken).toContain(false);
    }
  });

  test('requests that are answered pay for the retries of those that are not', async () => {
    const budget = createRetryBudget(() => 0);
    for (let n = 0; n < 300; n += 1) {
      const { ask } = failing(...(n % 10 === 0 ? [problem('upstream_unavailable')] : []));
      expect(await withRetry(ask, { ...options(), budget })).toBe('answer');
    }
  });

  test('time alone gives it back, slowly', () => {
    let at = 0;
    const budget = createRetryBudget(() => at);
    while (budget.take());
    expect(budget.take()).toBe(false);
    at += 2000;
    expect(budget.take()).toBe(true);
    expect(budget.take()).toBe(false);
  });
});

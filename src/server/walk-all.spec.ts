import * as v from 'valibot';
import { expect, test } from 'vitest';
import { soundRow } from '#checks/test-row.ts';
import { checksReportSchema } from '#contract/checks-report.ts';
import { problemSchema } from '#contract/problem-kinds.ts';
import { routes } from '#contract/routes.ts';
import { accountGone } from './accounts/account-gone.ts';
import { mainAccount, silentUpstream, testAccounts } from './accounts/test-accounts.ts';
import { ProblemError } from './problem-error.ts';
import { createTestApp } from './test-app.ts';
import type { Upstream } from './upstream/upstream.ts';
import type { Walk, WalkEvent } from './upstream/walk.ts';

const done: WalkEvent = {
  event: 'done',
  total: 2,
  requests: 1,
  elapsedMs: 3,
  asOf: '2026-06-01T12:00:00.000Z',
  skipped: 1,
};
const first = soundRow({ number_sid: 'num-1', number: '447480600501' });
const second = soundRow({ number_sid: 'num-2', number: '447480600502' });
const batch = (...numbers: (typeof first)[]): WalkEvent => ({ event: 'numbers', numbers });

async function* saying(events: WalkEvent[]): Walk {
  yield* events;
}

const appThatWalks = (walk: Upstream['walk'], changes: Parameters<typeof createTestApp>[1] = {}) =>
  createTestApp(undefined, {
    upstream: { ...silentUpstream, walk },
    ...changes,
  });

/** Walks that send no event until their signal is aborted. */
function waitingWalks() {
  const signals: AbortSignal[] = [];
  const walk: Upstream['walk'] = (_, { signal }) =>
    (async function* (): Walk {
      signals.push(signal);
      if (!signal.aborted) {
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
      }
      if (signal.reason instanceof ProblemError) {
        yield { event: 'failed', error: signal.reason, loaded: 0, parts: { done: 0, all: 1 } };
      }
    })();
  return { signals, walk };
}

test('each number is checked once, in its last state', async () => {
  const { ask } = appThatWalks(() =>
    saying([batch(first, second), batch({ ...first, call_controller: '' }), done]),
  );
  const response = await ask(routes.checks);
  expect(response.status).toBe(422);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const report = v.parse(checksReportSchema, await response.json());
  expect(report).toMatchObject({ asOf: done.asOf, total: 2, skipped: 1, failed: true });
  expect(report.findings.map(({ number_sid }) => number_sid)).toEqual(['num-1']);
});

test('a row is checked by the time of its arrival', async () => {
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  const { ask } = appThatWalks(() =>
    saying([batch(first, { ...second, updated: tomorrow }), done]),
  );
  const report = v.parse(checksReportSchema, await (await ask(routes.checks)).json());
  expect(report.findings).toMatchObject([
    { number_sid: 'num-2', rule: 'date-in-future', field: 'updated' },
  ]);
});

test('an incomplete walk is a problem, never a report', async () => {
  const error = new ProblemError('upstream_timeout', 'It took too long.');
  const { ask } = appThatWalks(() =>
    saying([
      batch({ ...first, call_controller: '' }),
      { event: 'failed', error, loaded: 1, parts: { done: 0, all: 2 } },
    ]),
  );
  const response = await ask(routes.checks);
  expect(response.status).toBe(504);
  expect(v.parse(problemSchema, await response.json()).code).toBe('upstream_timeout');
});

test.each([1, 3])('a walk that counted %d rows and brought two is a problem too', async (total) => {
  const { ask } = appThatWalks(() => saying([batch(first, second), { ...done, total }]));
  const response = await ask(routes.checks);
  expect(response.status).toBe(500);
  expect(v.parse(problemSchema, await response.json()).code).toBe('internal');
});

test('a walk without a last event is a problem too', async () => {
  const response = await appThatWalks(() => saying([batch(first)])).ask(routes.checks);
  expect(response.status).toBe(500);
});

test('jobs and pages share four walks, and a client that leaves makes room', async () => {
  const { signals, walk } = waitingWalks();
  const { ask } = appThatWalks(walk);
  const leaving = new AbortController();
  const job = ask(routes.checks, { signal: leaving.signal });
  const pages = await Promise.all([1, 2, 3].map(() => ask(routes.inventory)));
  async function expectRefused(path: string) {
    const refused = await ask(path);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('5');
  }
  await expectRefused(routes.inventory);
  leaving.abort();
  expect((await job).status).toBe(499);
  expect(signals.filter(({ aborted }) => aborted)).toHaveLength(1);
  pages.push(await ask(routes.inventory));
  expect(pages.at(-1)?.status).toBe(200);
  await expectRefused(routes.checks);
  for (const page of pages) await page.body?.cancel();
});

test('HEAD is refused, and begins no walk', async () => {
  const { signals, walk } = waitingWalks();
  const response = await appThatWalks(walk).ask(routes.checks, { method: 'HEAD' });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('GET, POST');
  expect(await response.text()).toBe('');
  expect(signals).toEqual([]);
});

test('when the server stops, a job gets the reason', async () => {
  const stopping = new AbortController();
  const { walk } = waitingWalks();
  const { ask } = appThatWalks(walk, { stopping: stopping.signal });
  const job = ask(routes.checks);
  stopping.abort(new ProblemError('busy', 'The dashboard server is stopping.'));
  expect((await job).status).toBe(503);
  expect((await ask(routes.checks)).status).toBe(503);
});

test('a report ends with a reason when its account is removed', async () => {
  const ending = new AbortController();
  const { signals, walk } = waitingWalks();
  const upstream = { ...silentUpstream, walk };
  const { ask } = createTestApp(undefined, {
    accounts: testAccounts([{ account: mainAccount, upstream, ended: ending.signal }]),
  });
  const report = ask(routes.checks);
  await expect.poll(() => signals.length).toBe(1);
  ending.abort(accountGone());
  const response = await report;
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ code: 'account_gone' });
});

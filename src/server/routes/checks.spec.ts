import { Hono } from 'hono';
import { requestId } from 'hono/request-id';
import { pino } from 'pino';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { largestAcceptanceFile, writeAcceptances } from '#checks/acceptance-file.ts';
import { createCheckStream } from '#checks/check-stream.ts';
import { rules } from '#checks/rules.ts';
import { soundRow } from '#checks/test-row.ts';
import { checksReportSchema } from '#contract/checks-report.ts';
import type { DataSource } from '#contract/data-source.ts';
import { problemSchema } from '#contract/problem-kinds.ts';
import { routes } from '#contract/routes.ts';
import { accountGone } from '../accounts/account.ts';
import { inUse, mainAccount, silentUpstream, testAccounts } from '../accounts/test-accounts.ts';
import type { AppEnv } from '../app-env.ts';
import { ProblemError } from '../problem-error.ts';
import { problemResponse } from '../problem-response.ts';
import { createTestApp } from '../test-app.ts';
import type { Upstream } from '../upstream/upstream.ts';
import type { Walk, WalkEvent } from '../upstream/walk.ts';
import { checksRoute, type WalkAll } from './checks.ts';

const account = inUse(silentUpstream);
const other = inUse({ ...silentUpstream }, { ...mainAccount, id: 'other' });
const asOf = '2026-06-01T12:00:00.000Z';
const sound = soundRow({ number_sid: 'num-sound', number: '447480600501' });
const plain = soundRow({
  number_sid: 'num-plain',
  number: '447480600502',
  call_controller: 'http://ann:hunter2@x.example.com/?token=hunter2',
});
const lost = soundRow({ number_sid: 'num-lost', number: '447480600503', call_controller: '' });
const late = soundRow({ number_sid: 'num-late', updated: '2026-06-01T13:00:00+00:00' });

/** The route alone, over numbers in memory or a walk that fails. */
function createChecks(
  outcome: (typeof sound)[] | Error,
  source: DataSource = 'live',
  walked: () => Promise<void> = async () => {},
) {
  const asked: Parameters<WalkAll>[] = [];
  const walkAll: WalkAll = async (...asking) => {
    asked.push(asking);
    await walked();
    if (outcome instanceof Error) throw outcome;
    const checked = createCheckStream();
    checked.take(outcome, { now: Date.parse(asOf) });
    return { checked, skipped: 2, asOf };
  };
  const app = new Hono<AppEnv>()
    .use(requestId(), async (c, next) => {
      c.set('log', pino({ level: 'silent' }));
      c.set('account', c.req.query('account') === 'other' ? other : account);
      await next();
    })
    .route(routes.checks, checksRoute(walkAll, source))
    .onError((error, c) => {
      if (error instanceof ProblemError) return problemResponse(error, c.var.requestId);
      throw error;
    });
  const ask = async (search = '', init: RequestInit = {}) =>
    app.request(`${routes.checks}${search}`, init);
  const report = async (search = '', init: RequestInit = {}) => {
    const response = await ask(search, init);
    return { status: response.status, ...v.parse(checksReportSchema, await response.json()) };
  };
  return { ask, asked, report };
}

test.each(['live', 'sandbox'] as const)(
  'O9 a report says that its numbers are %s',
  async (source) => {
    expect((await createChecks([sound], source).report()).source).toBe(source);
  },
);

test('sound numbers are a report without findings', async () => {
  expect(await createChecks([sound]).report()).toEqual({
    status: 200,
    source: 'live',
    asOf,
    total: 1,
    skipped: 2,
    counts: Object.fromEntries(rules.map(({ id }) => [id, 0])),
    levels: { error: 0, warning: 0, info: 0 },
    remedies: Object.fromEntries(rules.map(({ id, remedy }) => [id, remedy])),
    findings: [],
    accepted: { findings: 0, counts: Object.fromEntries(rules.map(({ id }) => [id, 0])) },
    failed: false,
  });
});

test('findings are the worst first, name their number, and hold no secret', async () => {
  const { findings, counts, levels } = await createChecks([sound, plain, lost]).report();
  expect(
    findings.map(({ number_sid, number, rule, level, field }) => [
      number_sid,
      number,
      rule,
      level,
      field,
    ]),
  ).toEqual([
    ['num-lost', '447480600503', 'calls-go-nowhere', 'error', 'call_controller'],
    ['num-plain', '447480600502', 'plain-http-webhook', 'warning', 'call_controller'],
    ['num-plain', '447480600502', 'password-in-webhook', 'warning', 'call_controller'],
    ['num-plain', '447480600502', 'secret-in-webhook', 'warning', 'call_controller'],
  ]);
  expect(counts).toMatchObject({ 'calls-go-nowhere': 1, 'plain-http-webhook': 1 });
  expect(levels).toEqual({ error: 1, warning: 1, info: 0 });
  expect(JSON.stringify(findings)).not.toContain('hunter2');
});

test('two walks in different orders give equal reports', async () => {
  const [one, other] = [createChecks([plain, lost, late]), createChecks([late, lost, plain])];
  expect(await one.report()).toEqual(await other.report());
});

describe('it fails', () => {
  const info = soundRow({ number_sid: 'num-info', msg_method: 'GET' });

  test.each([
    ['', [lost], 422],
    ['?fail-on=error', [lost], 422],
    ['', [plain], 200],
    ['?fail-on=warning', [plain], 422],
    ['?fail-on=warning', [lost], 422],
    ['?fail-on=warning', [info], 200],
    ['?fail-on=info', [info], 422],
    ['?fail-on=info', [sound], 200],
  ])('%j', async (search, numbers, status) => {
    const answer = await createChecks(numbers).report(search);
    expect(answer).toMatchObject({ status, failed: status === 422 });
  });
});

test('the walk gets the filters, the signal and the log', async () => {
  const { report, asked } = createChecks([]);
  await report('?country_code=GB,EE&type=mobile&voice=true&fail-on=info');
  expect(asked).toEqual([
    [
      account,
      { country_code: ['GB', 'EE'], type: ['mobile'], voice: true },
      { signal: expect.any(AbortSignal), log: expect.anything() },
    ],
  ]);
});

test.each(['fail-on=fatal', 'checkpoint=a', 'fail-on=info&fail-on=info', 'voice=yes', 'limit=5'])(
  '%s is an invalid_query that names the parameter, and nothing is walked',
  async (search) => {
    const { ask, asked } = createChecks([]);
    const problem = v.parse(problemSchema, await (await ask(`?${search}`)).json());
    const parameter = search.split('=')[0] ?? '';
    expect(problem).toMatchObject({ code: 'invalid_query', status: 400, parameter });
    expect(problem.detail).toContain(parameter);
    expect(asked).toEqual([]);
  },
);

test('O10 one report is made at a time; eight wait, and more are busy', async () => {
  const ends: (() => void)[] = [];
  const { ask, asked } = createChecks([sound], 'live', () => new Promise((end) => ends.push(end)));
  const answers = Array.from({ length: 9 }, () => ask());
  await expect.poll(() => asked.length).toBe(1);
  const refused = await ask();
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('30');
  expect(await refused.json()).toMatchObject({ code: 'busy', retryable: true });
  for (const [at, answer] of answers.entries()) {
    await expect.poll(() => asked.length).toBe(at + 1);
    ends[at]!();
    expect((await answer).status).toBe(200);
  }
});

test('O10 no walk begins for a client that left while waiting', async () => {
  const ends: (() => void)[] = [];
  const { ask, asked } = createChecks([sound], 'live', () => new Promise((end) => ends.push(end)));
  const first = ask();
  const leaving = new AbortController();
  const second = ask('', { signal: leaving.signal });
  const third = ask('?voice=true');
  leaving.abort(new ProblemError('busy', 'Gone.'));
  expect((await second).status).toBe(503);
  ends[0]!();
  await first;
  await expect.poll(() => ends.length).toBe(2);
  ends[1]!();
  await third;
  expect(asked.map(([, selection]) => selection)).toEqual([{}, { voice: true }]);
});

test('a report waits for one of its own account, and not for one of another', async () => {
  const ends: (() => void)[] = [];
  const { ask, asked } = createChecks([sound], 'live', () => new Promise((end) => ends.push(end)));
  const reports = ['', '', '?account=other'].map((search) => ask(search));
  await expect.poll(() => asked.map(([{ account }]) => account.id)).toEqual(['main', 'other']);
  ends[0]?.();
  await expect
    .poll(() => asked.map(([{ account }]) => account.id))
    .toEqual(['main', 'other', 'main']);
  for (const end of ends) end();
  expect((await Promise.all(reports)).map(({ status }) => status)).toEqual([200, 200, 200]);
});

test('a walk that fails is answered with its problem, never with a report', async () => {
  const { ask } = createChecks(new ProblemError('upstream_timeout', 'It took too long.'));
  const response = await ask();
  expect(response.status).toBe(504);
  expect(await response.json()).toMatchObject({ code: 'upstream_timeout' });
});

describe('with what was accepted', () => {
  const at = '2026-05-01T12:00:00.000Z';
  const posted = (body: string, type = 'application/json'): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': type },
    body,
  });
  const accepting = (...accepted: Parameters<typeof writeAcceptances>[0]) =>
    posted(writeAcceptances(accepted));

  test('an accepted finding neither fails nor counts as open, and is counted apart', async () => {
    const { report } = createChecks([plain, lost]);
    const { findings, counts, levels, accepted, status } = await report(
      '?fail-on=error',
      accepting(
        { rule: 'calls-go-nowhere', number_sid: 'num-lost', note: 'parked', at },
        { rule: 'secret-in-webhook', note: '', at },
      ),
    );
    expect(status).toBe(200);
    expect(findings.map(({ rule }) => rule)).toEqual(['plain-http-webhook', 'password-in-webhook']);
    expect(counts).toMatchObject({ 'calls-go-nowhere': 0, 'plain-http-webhook': 1 });
    expect(levels).toEqual({ error: 0, warning: 1, info: 0 });
    expect(accepted.findings).toBe(2);
    expect(accepted.counts).toMatchObject({
      'calls-go-nowhere': 1,
      'secret-in-webhook': 1,
      'plain-http-webhook': 0,
    });
  });

  test('an open finding still fails', async () => {
    const { report } = createChecks([plain, lost]);
    const file = accepting({ rule: 'plain-http-webhook', note: '', at });
    expect(await report('?fail-on=warning', file)).toMatchObject({ status: 422, failed: true });
  });

  test('an empty list is the report of GET', async () => {
    const { report } = createChecks([plain, lost]);
    expect(await report('', accepting())).toEqual(await report());
  });

  test.each([
    ['', /^This file is not JSON\. Send the file/],
    ['[]', /needs "version": 1 and a list "accepted"\. Send the file/],
    [
      JSON.stringify({ version: 1, accepted: [{ rule: 'plain-http-webhook', at }] }),
      /entry 1 \(plain-http-webhook\): note is missing\. Send the file/,
    ],
  ])('%j is refused with its fault and where to get another file', async (body, words) => {
    const { ask, asked } = createChecks([]);
    const problem = v.parse(problemSchema, await (await ask('', posted(body))).json());
    expect(problem).toMatchObject({ code: 'invalid_body', status: 400 });
    expect(problem.detail).toMatch(words);
    expect(asked).toEqual([]);
  });

  test.each([
    ['application/json; charset=utf-8', 200],
    ['application/x-www-form-urlencoded', 415],
    ['text/plain', 415],
    ['application/jsonp', 415],
    ['application/json-patch+json', 415],
  ])('a body of type %s is answered with %i', async (type, status) => {
    const { ask } = createChecks([]);
    expect((await ask('', posted(writeAcceptances([]), type))).status).toBe(status);
  });

  test.each([
    [largestAcceptanceFile, 200],
    [largestAcceptanceFile + 1, 413],
  ])('a body of %i bytes is answered with %i, with or without a length', async (bytes, status) => {
    const { ask, asked } = createChecks([]);
    const body = writeAcceptances([]).padEnd(bytes);
    const whole = posted(body);
    const sized = { ...whole, headers: { ...whole.headers, 'content-length': String(bytes) } };
    for (const init of [whole, sized]) expect((await ask('', init)).status).toBe(status);
    expect(asked).toHaveLength(status === 200 ? 2 : 0);
  });

  test('the file of 50,000 numbers, each with a finding accepted for a short reason, is read', async () => {
    const { ask } = createChecks([]);
    const accepted = Array.from({ length: 50_000 }, (_, index) => ({
      rule: 'plain-http-webhook',
      number_sid: `num${String(index).padStart(8, '0')}-1a2b-3c4d-5e6f-708192a3b4c5`,
      note: 'Moves in May',
      at,
    }));
    expect((await ask('', posted(writeAcceptances(accepted)))).status).toBe(200);
  });

  test('a byte-order mark before the body is dropped', async () => {
    const { ask } = createChecks([]);
    expect((await ask('', posted(`\uFEFF${writeAcceptances([])}`))).status).toBe(200);
  });
});

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

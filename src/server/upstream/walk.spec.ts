import type { ServerResponse } from 'node:http';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { NumberSelection } from '#contract/selection.ts';
import { createAccount } from '#sandbox/stand-in/account.ts';
import { wirePage } from '#sandbox/stand-in/documented-row.ts';
import { sendJson, startStandIn } from '#sandbox/stand-in/start-stand-in.ts';
import { ProblemError } from '../problem-error.ts';
import { createUpstream, type UpstreamOptions } from './client.ts';
import type { Walk, WalkEvent } from './walk.ts';

const pageSize = 5;
const never = new AbortController().signal;
const started: { close(): Promise<void> }[] = [];
// With a random value of 0, retries do not wait.
beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0));
afterEach(async () => {
  vi.restoreAllMocks();
  for (const running of started.splice(0).reverse()) await running.close();
});

const account = createAccount(200, (at) => ({
  account_sid: 'acc-test',
  country_code: ['GB', 'GB', 'US', 'EE'][at % 4],
  type: at % 5 === 0 ? 'mobile' : 'local',
  voice: at % 3 > 0,
  messaging: at % 7 > 2,
}));
const sids = [...account.sids()].toSorted();

interface Asked {
  query: URLSearchParams;
  response: ServerResponse;
  /** Answers as the vendor would. */
  answer: () => void;
}

/** An upstream with that account, whose answers `meet` may replace, and a client of it. */
async function listOf(
  meet = ({ answer }: Asked) => answer(),
  options: Partial<UpstreamOptions> = {},
) {
  const now = { inFlight: 0 };
  let mostInFlight = 0;
  const { url, requests, close } = await startStandIn((request, response) => {
    now.inFlight += 1;
    mostInFlight = Math.max(mostInFlight, now.inFlight);
    response.once('close', () => {
      now.inFlight -= 1;
    });
    const { pathname, searchParams: query } = new URL(request.url ?? '', 'http://upstream');
    const answer = () => sendJson(response, account.page(query, pathname, pageSize));
    meet({ query, response, answer });
  });
  const lines: Record<string, unknown>[] = [];
  const log = pino({ level: 'info' }, { write: (line) => void lines.push(JSON.parse(line)) });
  const onlyProof: number[] = [];
  const client = createUpstream({
    accountSid: 'acc-test',
    authToken: 'a-test-token',
    baseUrl: new URL(url),
    concurrency: 4,
    timeoutMs: 5000,
    deadlineMs: 10_000,
    observer: {
      waited: () => {},
      attempted: () => {},
      retried: () => {},
      failed: () => {},
      rowsSkipped: () => {},
      valuesUnread: () => {},
      onlyProofFound: (count) => void onlyProof.push(count),
    },
    ...options,
  });
  started.push({ close }, client);
  return {
    client,
    requests,
    log,
    lines,
    onlyProof,
    inFlight: () => now.inFlight,
    mostInFlight: () => mostInFlight,
    walk: (selection: NumberSelection = {}, checkpoint: string | null = null, signal = never) =>
      client.walk({ selection, after: null, checkpoint, fresh: false }, { signal, log }),
    /** Resolves when all requests sent before have arrived. */
    async settle() {
      for (const _ of 'abcdefgh') await fetch(`${url}/elsewhere?limit=0`).then((r) => r.text());
    },
  };
}

async function readAll(walk: Walk) {
  const events: WalkEvent[] = [];
  for await (const event of walk) events.push(event);
  return events;
}

const sidsIn = (events: WalkEvent[]) =>
  events
    .flatMap((event) => (event.event === 'numbers' ? event.numbers : []))
    .map(({ number_sid }) => number_sid);

describe.each([1, 4, 16])('with %i at once', (concurrency) => {
  test('every row comes once, and the last event counts rows and requests', async () => {
    const list = await listOf(undefined, { concurrency });
    const events = await readAll(list.walk());
    expect(sidsIn(events).toSorted()).toEqual(sids);
    expect(events.at(-1)).toEqual({
      event: 'done',
      total: 200,
      requests: list.requests.length,
      elapsedMs: expect.any(Number),
      asOf: expect.stringMatching(/^\d{4}-.*Z$/),
      skipped: 0,
    });
    expect(list.mostInFlight()).toBeLessThanOrEqual(concurrency);
    expect(list.onlyProof).toEqual([0]);
    expect(list.lines).toEqual([
      expect.objectContaining({ msg: 'walk', outcome: 'done', total: 200, onlyProof: 0 }),
    ]);
  });
});

test('many requests at once cause no warning of Node', async () => {
  const warnings: Error[] = [];
  const listen = (warning: Error) => warnings.push(warning);
  process.on('warning', listen);
  const list = await listOf(undefined, { concurrency: 16 });
  await readAll(list.walk());
  await list.settle();
  process.off('warning', listen);
  expect(warnings).toEqual([]);
});

test('a walk neither uses nor fills the cache of recent pages', async () => {
  const list = await listOf(undefined, { concurrency: 1 });
  const ask = () =>
    list.client.listNumbers(
      { filters: {}, limit: 20, cursor: null },
      { signal: never, log: list.log },
    );
  await readAll(list.walk());
  const asked = list.requests.length;
  await ask();
  expect(list.requests).toHaveLength(asked + 1);
  await readAll(list.walk());
  expect(list.requests).toHaveLength(2 * asked + 1);
});

const estimateOf = ([first]: WalkEvent[]) => (first?.event === 'progress' ? first.estimate : null);

test('the totals of a complete walk are the estimate of the next walk of the same selection', async () => {
  const list = await listOf();
  const estimate = async (selection: NumberSelection) =>
    estimateOf(await readAll(list.walk(selection)));
  expect(await estimate({})).toBeUndefined();
  const requests = list.requests.length;
  expect(await estimate({ voice: true })).toBeUndefined();
  expect(await estimate({})).toEqual({ total: 200, requests });
});

test('a row that only the proof finds is not lost, but counted and logged', async () => {
  const list = await listOf(
    ({ query, response, answer }) => {
      if (query.has('type')) sendJson(response, wirePage([]));
      else answer();
    },
    { concurrency: 16 },
  );
  expect(sidsIn(await readAll(list.walk()))).toHaveLength(200);
  expect(list.onlyProof).toEqual([200]);
  expect(list.lines).toEqual([expect.objectContaining({ msg: 'walk', onlyProof: 200 })]);
});

describe('when a part of it fails', () => {
  const isBroken = ({ query }: Asked) =>
    query.get('voice') === 'false' && query.get('messaging') === 'false' && query.has('next');

  test('F28 the other chains end, and the checkpoint continues with the missing part', async () => {
    let isDown = true;
    const list = await listOf((asked) => {
      if (isDown && isBroken(asked)) sendJson(asked.response, { numbers: [] });
      else asked.answer();
    });
    const events = await readAll(list.walk());
    const last = events.at(-1);
    expect(last).toMatchObject({
      event: 'failed',
      error: { code: 'upstream_contract' },
      loaded: sidsIn(events).length,
      parts: { done: 3, all: 4 },
      checkpoint: expect.any(String),
    });
    isDown = false;
    const asked = list.requests.length;
    const checkpoint = last?.event === 'failed' ? (last.checkpoint ?? null) : null;
    const rest = await readAll(list.walk({}, checkpoint));
    expect(rest.at(-1)).toMatchObject({ event: 'done', requests: list.requests.length - asked });
    expect([...sidsIn(events), ...sidsIn(rest)].toSorted()).toEqual(sids);
    for (const { url = '' } of list.requests.slice(asked)) {
      expect(url).toContain('voice=false&messaging=false&next=');
    }
    const inVain = 1;
    const requests = list.requests.length - inVain;
    expect(estimateOf(await readAll(list.walk()))).toEqual({ total: 200, requests });
  });

  test('refused credentials end all of it at once', async () => {
    const list = await listOf(({ response }) => response.writeHead(401).end());
    const events = await readAll(list.walk());
    expect(events.at(-1)).toMatchObject({ event: 'failed', error: { code: 'upstream_auth' } });
    expect(list.requests.length).toBeLessThanOrEqual(4);
  });

  test.each([
    ['0', { event: 'done', total: 200 }],
    ['3600', { event: 'failed', error: { code: 'upstream_rate_limited' } }],
  ])('F13 a wait of %s seconds within the deadline is waited for, else told', async (wait, end) => {
    let isFirst = true;
    const list = await listOf(({ query, response, answer }) => {
      if (!query.has('next') || !isFirst) return answer();
      isFirst = false;
      response.writeHead(429, { 'retry-after': wait }).end();
    });
    const last = (await readAll(list.walk())).at(-1);
    expect(last).toMatchObject(end);
    if (last?.event !== 'failed') return;
    expect(last.error.retryAfterMs).toBeGreaterThan(3_500_000);
  });
});

test('F17 a lost place restarts its own chain only', async () => {
  let lost = 1;
  const list = await listOf(({ query, response, answer }) => {
    if (query.has('next') && lost > 0) {
      lost -= 1;
      response.writeHead(400).end();
    } else answer();
  });
  const events = await readAll(list.walk());
  expect(events.at(-1)).toMatchObject({ event: 'done', total: 200 });
  expect(sidsIn(events).toSorted()).toEqual(sids);
});

test('a walk that was left before its first page is resumed as a whole walk', async () => {
  const list = await listOf();
  const walk = list.walk();
  const { value: first } = await walk.next();
  await walk.return();
  const checkpoint = first?.event === 'progress' ? (first.checkpoint ?? null) : null;
  expect(checkpoint).not.toBeNull();
  expect(sidsIn(await readAll(list.walk({}, checkpoint))).toSorted()).toEqual(sids);
  const asked = list.requests.flatMap(({ url = '' }) => [...new URL(url, 'http://u').searchParams]);
  const names = new Set(asked.map(([name]) => name));
  expect([...names].toSorted()).toEqual(['limit', 'messaging', 'next', 'voice']);
});

test('a checkpoint of another selection is refused before anything is asked', async () => {
  const list = await listOf();
  const [first] = await readAll(list.walk({ voice: true }));
  const checkpoint = first?.event === 'progress' ? (first.checkpoint ?? '') : '';
  const asked = list.requests.length;
  const refused = expect.objectContaining({ code: 'invalid_cursor' });
  expect(() => list.walk({}, checkpoint)).toThrow(refused);
  expect(() => list.walk({ voice: true }, `${checkpoint}a`)).toThrow(refused);
  expect(list.requests).toHaveLength(asked);
});

describe('a walk that is stopped', () => {
  /** Takes events until `batches` of them were numbers. */
  async function takeBatches(walk: Walk, batches: number) {
    const events: WalkEvent[] = [];
    while (events.filter(({ event }) => event === 'numbers').length < batches) {
      const { value } = await walk.next();
      if (value) events.push(value);
    }
    return events;
  }

  test('by a reader that takes nothing more: no more requests than may run at once', async () => {
    const list = await listOf();
    await takeBatches(list.walk(), 3);
    await list.settle();
    const own = () => list.requests.filter(({ url }) => !url?.startsWith('/elsewhere')).length;
    const asked = own();
    expect(asked).toBeLessThanOrEqual(3 + 4);
    await list.settle();
    expect(own()).toBe(asked);
  });

  test('by a reader that leaves: requests on their way are cancelled, and no event follows', async () => {
    const leaving = new AbortController();
    const list = await listOf(({ query, answer }) => {
      if (!query.has('next')) answer();
    });
    const walk = list.walk({}, null, leaving.signal);
    await takeBatches(walk, 4);
    const late: WalkEvent[] = [];
    // On a busy machine an event of progress may come before the reader leaves.
    const end = (async () => {
      for await (const event of walk) if (leaving.signal.aborted) late.push(event);
    })();
    await expect.poll(() => list.inFlight()).toBe(4);
    leaving.abort();
    await end;
    expect(late).toEqual([]);
    await expect.poll(() => list.inFlight()).toBe(0);
    expect(list.requests).toHaveLength(8);
    expect(list.lines).toEqual([expect.objectContaining({ msg: 'walk', outcome: 'left' })]);
  });

  test('by the server: the last event has the reason and a checkpoint', async () => {
    const stopping = new AbortController();
    const list = await listOf();
    const walk = list.walk({}, null, stopping.signal);
    const events = await takeBatches(walk, 7);
    stopping.abort(new ProblemError('busy', 'Stopping.'));
    events.push(...(await readAll(walk)));
    const last = events.at(-1);
    expect(last).toMatchObject({ event: 'failed', error: { code: 'busy' }, parts: { all: 4 } });
    const checkpoint = last?.event === 'failed' ? (last.checkpoint ?? null) : null;
    const rest = await readAll(list.walk({}, checkpoint));
    expect([...new Set([...sidsIn(events), ...sidsIn(rest)])].toSorted()).toEqual(sids);
  });
});

import { Hono } from 'hono';
import { pino } from 'pino';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { type InventoryEvent, inventoryEventSchema } from '#contract/inventory.ts';
import type { InventoryQuery } from '#contract/query.ts';
import { accountGone } from '../accounts/account.ts';
import { inUse, mainAccount, silentUpstream, testAccounts } from '../accounts/test-accounts.ts';
import type { AppEnv } from '../app-env.ts';
import { createMetrics } from '../metrics.ts';
import { ProblemError } from '../problem-error.ts';
import { createTestApp } from '../test-app.ts';
import type { Upstream } from '../upstream/upstream.ts';
import type { Walk, WalkEvent } from '../upstream/walk.ts';
import { createWalkSlots } from '../walk-slots.ts';
import { inventoryRoute } from './inventory.ts';

const progress = { event: 'progress', loaded: 0, requests: 0, elapsedMs: 0 } as const;
const done: WalkEvent = {
  event: 'done',
  total: 0,
  requests: 1,
  elapsedMs: 3,
  asOf: '2016-03-31T08:16:59.000Z',
  skipped: 0,
};
const address = '/api/inventory';

async function* saying(events: WalkEvent[]): Walk {
  yield* events;
}

/** The app over an upstream with the given walk; no spec here asks for more than walks. */
function appThatWalks(walk: Upstream['walk'], changes: Parameters<typeof createTestApp>[1] = {}) {
  const lines: Record<string, unknown>[] = [];
  const logger = pino({ level: 'info' }, { write: (line) => void lines.push(JSON.parse(line)) });
  const upstream = { ...silentUpstream, walk };
  return { lines, ...createTestApp(undefined, { upstream, logger, ...changes }) };
}

/** Walks without an end, each with its signal and the number of events taken. */
function endlessWalks() {
  const walks: { taken: number; signal: AbortSignal }[] = [];
  const walk: Upstream['walk'] = (_, { signal }) => {
    const own = { taken: 0, signal };
    walks.push(own);
    return (async function* (): Walk {
      for (; !signal.aborted; own.taken += 1) yield progress;
      if (signal.reason instanceof ProblemError) {
        const parts = { done: 0, all: 1 };
        yield { event: 'failed', error: signal.reason, loaded: 0, parts };
      }
    })();
  };
  return { walks, walk };
}

const readLines = async (response: Response): Promise<InventoryEvent[]> =>
  (await response.text())
    .split('\n')
    .slice(0, -1)
    .map((line) => v.parse(inventoryEventSchema, JSON.parse(line)));

test('a walk is one event a line, kept by no cache', async () => {
  const asked: InventoryQuery[] = [];
  const { ask } = appThatWalks((query) => {
    asked.push(query);
    return saying([progress, { event: 'numbers', numbers: [] }, done]);
  });
  const response = await ask(`${address}?country_code=GB,EE&voice=true&checkpoint=a.b`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/x-ndjson');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await readLines(response)).toEqual([progress, { event: 'numbers', numbers: [] }, done]);
  expect(asked).toEqual([
    {
      selection: { country_code: ['GB', 'EE'], voice: true },
      after: null,
      checkpoint: 'a.b',
      fresh: false,
    },
  ]);
});

test.each([
  'voice=yes',
  'limit=20',
  'cursor=a',
  'type=sip&type=sip',
  'checkpoint=%0d',
  'after=%0d',
  'fresh=1',
  'after=a&checkpoint=b',
  'fresh=true&checkpoint=b',
])('%s is an invalid_query, and nothing is walked', async (search) => {
  const { walks, walk } = endlessWalks();
  const response = await appThatWalks(walk).ask(`${address}?${search}`);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code: 'invalid_query' });
  expect(walks).toEqual([]);
});

test('an invalid checkpoint is a problem before the stream', async () => {
  const { ask } = appThatWalks(() => {
    throw new ProblemError('invalid_cursor', 'Not ours.');
  });
  const response = await ask(`${address}?checkpoint=a`);
  expect(response.status).toBe(400);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toMatchObject({ code: 'invalid_cursor' });
});

test('S29 a failure in the stream is a problem with the request id, and without its cause', async () => {
  const cause = new TypeError('connect https://api.apifonica.com a-test-token');
  const error = new ProblemError('upstream_contract', 'What happened.', { cause });
  const parts = { done: 1, all: 4 };
  const { ask, lines } = appThatWalks(() =>
    saying([{ event: 'failed', error, loaded: 20, parts, checkpoint: 'a.b' }]),
  );
  const response = await ask(address);
  const text = await response.clone().text();
  expect(text).not.toMatch(/TypeError|api\.apifonica|a-test-token/);
  const [last] = await readLines(response);
  const requestId = lines[0]?.requestId;
  expect(last).toMatchObject({
    event: 'failed',
    problem: { code: 'upstream_contract', detail: 'What happened.', requestId, retryable: false },
    loaded: 20,
    parts,
    checkpoint: 'a.b',
  });
  expect(lines).toContainEqual(
    expect.objectContaining({ event: 'upstream_contract', cause: 'TypeError', requestId }),
  );
});

test('HEAD begins no walk', async () => {
  const { walks, walk } = endlessWalks();
  const { ask } = appThatWalks(walk);
  for (const _ of 'abcdef') {
    const response = await ask(address, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/x-ndjson');
  }
  expect(walks.every(({ taken }) => taken === 0)).toBe(true);
});

describe('a reader', () => {
  test('that takes nothing more holds the walk back', async () => {
    const { walks, walk } = endlessWalks();
    const { body } = await appThatWalks(walk).ask(address);
    const reader = body!.getReader();
    for (const _ of 'abc') await reader.read();
    expect(walks[0]?.taken).toBe(2);
    await reader.cancel();
  });

  test('that leaves ends the walk', async () => {
    const { walks, walk } = endlessWalks();
    const { body } = await appThatWalks(walk).ask(address);
    const reader = body!.getReader();
    await reader.read();
    await reader.cancel();
    expect(walks[0]?.signal.aborted).toBe(true);
  });

  test('that stopped reading frees its slot, and gets a failure when it reads on', async () => {
    const { walks, walk } = endlessWalks();
    const app = new Hono<AppEnv>()
      .use(async (c, next) => {
        c.set('requestId', 'request-1');
        c.set('log', pino({ level: 'silent' }));
        c.set('account', inUse({ ...silentUpstream, walk }));
        await next();
      })
      .onError((error, c) => c.text(error.message, 503))
      .route(
        '/',
        inventoryRoute({
          history: null,
          stopping: new AbortController().signal,
          takeSlot: createWalkSlots(createMetrics()),
          stallMs: 30,
        }),
      );
    const asked = await Promise.all(Array.from({ length: 5 }, async () => app.request('/')));
    expect(asked.map(({ status }) => status)).toEqual([200, 200, 200, 200, 503]);
    await expect.poll(() => walks[0]?.signal.aborted).toBe(true);
    expect((await app.request('/')).status).toBe(200);
    const [last] = await readLines(asked[0]!);
    expect(last).toMatchObject({ event: 'failed', problem: { code: 'busy' } });
  });
});

test('four walks run at once, and a fifth is let in when one has ended', async () => {
  const { walk } = endlessWalks();
  const { ask } = appThatWalks(walk);
  const running = await Promise.all(Array.from({ length: 4 }, () => ask(address)));
  const refused = await ask(address);
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('5');
  expect(await refused.json()).toMatchObject({ code: 'busy', retryable: true });
  await running[0]?.body?.cancel();
  expect((await ask(address)).status).toBe(200);
});

test('a walk that breaks is cut off, and leaves room for another', async () => {
  const { ask } = appThatWalks(() => {
    const walk = saying([]);
    walk.next = () => Promise.reject(new Error('Nobody foresaw this.'));
    return walk;
  });
  for (const _ of 'abcdef') {
    const response = await ask(address);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  }
});

test('F30 when the server stops, walks fail with a reason, and no other begins', async () => {
  const stopping = new AbortController();
  const { walk } = endlessWalks();
  const { ask } = appThatWalks(walk, { stopping: stopping.signal });
  const response = await ask(address);
  stopping.abort(new ProblemError('busy', 'The dashboard server is stopping.'));
  const last = (await readLines(response)).at(-1);
  expect(last).toMatchObject({ event: 'failed', problem: { code: 'busy', retryable: true } });
  const refused = await ask(address);
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({ code: 'busy' });
});

test('when its account is removed, a walk fails with a reason', async () => {
  const ending = new AbortController();
  const { walk } = endlessWalks();
  const upstream = { ...silentUpstream, walk };
  const { ask } = createTestApp(undefined, {
    accounts: testAccounts([{ account: mainAccount, upstream, ended: ending.signal }]),
  });
  const response = await ask(address);
  ending.abort(accountGone());
  const last = (await readLines(response)).at(-1);
  expect(last).toMatchObject({ event: 'failed', problem: { code: 'account_gone' } });
});

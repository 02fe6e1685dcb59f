import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import type { NumberSelection } from '#contract/selection.ts';
import { createAccount } from '#sandbox/stand-in/account.ts';
import { sendJson, startStandIn } from '#sandbox/stand-in/start-stand-in.ts';
import { createUpstream } from './client.ts';
import type { Walk } from './walk.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** An upstream over 400 numbers, whose answers a test may hold back. */
async function start(concurrency: number) {
  const numbers = createAccount(400);
  const asked: URLSearchParams[] = [];
  const held: (() => void)[] = [];
  const waits: string[] = [];
  const state = { isHeld: false };
  const standIn = await startStandIn((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://upstream');
    asked.push(searchParams);
    const answer = () => {
      sendJson(response, numbers.page(searchParams, `${standIn.url}${pathname}`));
    };
    if (state.isHeld) held.push(answer);
    else answer();
  });
  const never = () => {};
  const upstream = createUpstream({
    accountSid: 'acc-fault-test',
    authToken: 'a-test-token',
    baseUrl: new URL(standIn.url),
    concurrency,
    timeoutMs: 10_000,
    deadlineMs: 10_000,
    observer: {
      waited: (priority) => void waits.push(priority),
      ...{ attempted: never, failed: never, retried: never },
      ...{ rowsSkipped: never, valuesUnread: never, onlyProofFound: never },
    },
  });
  closing.push(standIn.close, upstream.close);
  const asking = { signal: new AbortController().signal, log: pino({ level: 'silent' }) };
  const walk = (selection: NumberSelection, isQuiet: boolean) =>
    upstream.walk(
      { selection, after: null, checkpoint: null, fresh: true },
      { ...asking, isQuiet },
    );
  return { upstream, asking, asked, held, waits, state, walk };
}

async function totalOf(walk: Walk): Promise<number> {
  for await (const event of walk) if (event.event === 'done') return event.total;
  throw new Error('The walk did not end.');
}

test('a quiet walk reads the whole list behind everybody, and begins no early chains', async () => {
  const { asked, waits, walk } = await start(8);
  expect(await totalOf(walk({}, true))).toBe(400);
  expect(new Set(waits)).toEqual(new Set(['early']));
  for (const query of asked) expect([...query.keys()]).not.toContain('type');
});

test('a person goes first', async () => {
  const { upstream, asking, asked, held, state, walk } = await start(1);
  state.isHeld = true;
  const quiet = totalOf(walk({}, true));
  await expect.poll(() => held.length).toBe(1);
  const page = upstream.listNumbers(
    { filters: { number: '442079460007' }, limit: 20, cursor: null },
    asking,
  );
  state.isHeld = false;
  held[0]?.();
  expect((await page).numbers).toHaveLength(1);
  expect(asked[1]?.get('number')).toBe('442079460007');
  expect(await quiet).toBe(400);
});

test('a walk that somebody waits for has all its room beside a quiet one', async () => {
  const { asked, held, state, walk } = await start(4);
  state.isHeld = true;
  const quiet = totalOf(walk({}, true));
  await expect.poll(() => held.length).toBe(4);
  const loud = totalOf(walk({ type: ['mobile'] }, false));
  for (let answered = 0; answered < 4; answered += 1) {
    held[answered]?.();
    await expect.poll(() => held.length).toBe(5 + answered);
  }
  expect(asked.slice(4).map((query) => query.get('type'))).toEqual(Array(4).fill('mobile'));
  state.isHeld = false;
  for (const answer of held.slice(4)) answer();
  expect(await loud).toBe(134);
  expect(await quiet).toBe(400);
});

import { type Context, Hono } from 'hono';
import type { FindEvent } from '#contract/find.ts';
import { inventoryMediaType } from '#contract/inventory.ts';
import { maxPageSize, parseFindQuery } from '#contract/query.ts';
import type { Account } from '../accounts/account.ts';
import { type Readers, readableAccounts } from '../accounts/account-of.ts';
import type { AppEnv } from '../app-env.ts';
import { createSlots } from '../guard/limits.ts';
import { lineStream } from '../line-stream.ts';
import { logProblem } from '../log-problem.ts';
import { ProblemError } from '../problem-error.ts';
import { toProblem } from '../to-problem.ts';
import { refuseFaults, requestSignal } from './request.ts';

/**
 * The results of a job for each item, in the order in which the jobs finish. At most `most` jobs
 * run at once, and a job begins only while results are taken. A job must not reject.
 */
async function* asFinished<T, R>(
  items: Iterable<T>,
  most: number,
  job: (item: T) => Promise<R>,
): AsyncGenerator<R, void, void> {
  const running = new Map<T, Promise<{ item: T; result: R }>>();
  for (const item of items) {
    running.set(
      item,
      job(item).then((result) => ({ item, result })),
    );
    if (running.size < most) continue;
    const first = await Promise.race(running.values());
    running.delete(first.item);
    yield first.result;
  }
  while (running.size > 0) {
    const first = await Promise.race(running.values());
    running.delete(first.item);
    yield first.result;
  }
}

/** Accounts asked at once, each with one request of its own budget. */
const mostAtOnce = 8;
/** Milliseconds without a line taken after which no further account is asked. */
const stallMs = 60_000;
/** Searches under way, whose answers outlast the limit of requests: of all clients, and of one. */
const searches = { all: 200, each: 20 };

interface FindDeps extends Readers {
  /** Aborted with a ProblemError when the server stops. */
  stopping: AbortSignal;
}

/**
 * `GET /api/find?number`: one number, looked up exactly in every account that the person may read;
 * the events of `contract/find.ts`, one a line.
 */
export function findRoute({ stopping, ...readers }: FindDeps) {
  const slots = createSlots(searches);

  /** Asks one account; undefined when the reader has left meanwhile. */
  async function ask(
    c: Context<AppEnv>,
    account: Account,
    number: string,
    signal: AbortSignal,
  ): Promise<FindEvent | undefined> {
    const { id, name } = account;
    const log = c.var.log.child({ account: id });
    try {
      signal.throwIfAborted();
      const query = { filters: { number }, limit: maxPageSize, cursor: null };
      const upstream = readers.accounts.upstreamOf(account);
      const { numbers } = await upstream.listNumbers(query, { signal, log });
      return { event: 'answered', account: { id, name }, numbers };
    } catch (error) {
      if (signal.aborted && !(signal.reason instanceof ProblemError)) return undefined;
      const problem = error instanceof ProblemError ? error : ProblemError.unexpected(error);
      logProblem({ var: { log, metrics: c.var.metrics } }, problem);
      const { requestId } = c.var;
      return { event: 'failed', account: { id, name }, problem: toProblem(problem, requestId) };
    }
  }

  async function* find(
    c: Context<AppEnv>,
    accounts: readonly Account[],
    number: string,
    signal: AbortSignal,
  ): AsyncGenerator<FindEvent, void, void> {
    const counts = { answered: 0, failed: 0 };
    yield { event: 'asked', accounts: accounts.length };
    const asking = (account: Account) => ask(c, account, number, signal);
    for await (const event of asFinished(accounts, mostAtOnce, asking)) {
      if (event === undefined) return;
      if (event.event === 'answered' || event.event === 'failed') counts[event.event] += 1;
      yield event;
    }
    yield { event: 'done', ...counts };
  }

  return new Hono<AppEnv>().get('/', async (c) => {
    const { query, faults } = parseFindQuery(new URL(c.req.url).searchParams);
    refuseFaults(faults);
    stopping.throwIfAborted();
    const accounts = await readableAccounts(c, readers);
    const headers = { 'content-type': inventoryMediaType };
    if (c.req.method === 'HEAD') return c.body(null, 200, headers);

    const free = slots.take(c);
    const leaving = new AbortController();
    const signal = AbortSignal.any([requestSignal(c), stopping, leaving.signal]);
    function leave() {
      leaving.abort();
      free();
    }
    const body = lineStream(find(c, accounts, query.number, signal), {
      toLine: (event) => JSON.stringify(event),
      stallMs,
      onLeave: leave,
      onStall: leave,
      onEnd: free,
    });
    return c.body(body, 200, headers);
  });
}

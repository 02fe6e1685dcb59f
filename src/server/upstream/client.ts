import type { Logger } from 'pino';
import { Pool } from 'undici';
import type { NumberPage } from '#contract/number.ts';
import type { NumbersQuery } from '#contract/query.ts';
import { ProblemError } from '../problem-error.ts';
import { attempt } from './attempt.ts';
import { createCursorCodec } from './cursor.ts';
import { createGate, type Priority } from './gate.ts';
import { listAddress, type Position, pagePath } from './list-address.ts';
import type { UpstreamObserver } from './observer.ts';
import { createPageCache } from './page-cache.ts';
import { readPageLink } from './page-link.ts';
import { problemOfStatus } from './problems.ts';
import { readPage } from './read-page.ts';
import { createRetryBudget } from './retry-budget.ts';
import { createShare } from './share.ts';
import { toContract } from './to-contract.ts';
import { withRetry } from './with-retry.ts';

export interface UpstreamOptions {
  baseUrl: URL;
  accountSid: string;
  authToken: string;
  /** Requests in flight at once, at the most. */
  concurrency: number;
  /** Milliseconds for one attempt, and for all attempts of one call. */
  timeoutMs: number;
  deadlineMs: number;
  observer?: UpstreamObserver;
}

/** How one page is asked for. */
export interface Asking {
  /** Aborted when nobody waits for the answer any more. */
  signal: AbortSignal;
  log: Logger;
  priority?: Priority;
  /** Goes around the memory of recent pages. */
  fresh?: boolean;
}

export interface Upstream {
  /**
   * One page of the rented numbers.
   * @throws ProblemError with one of the `upstream_*` codes, `cursor_expired` or `invalid_cursor`.
   */
  listNumbers(query: NumbersQuery, asking: Asking): Promise<NumberPage>;
  close(): Promise<void>;
}

/** After a refusal for too many requests that does not say how long to wait: at most this long. */
const unaskedPauseMs = 1000;

const samePosition = (a: Position | null, b: Position | null) =>
  a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b);

/** The only holder of the credentials: everything that asks Apifonica goes through here. */
export function createUpstream(options: UpstreamOptions): Upstream {
  const { accountSid, authToken, timeoutMs, deadlineMs, observer } = options;
  const address = listAddress(options.baseUrl, accountSid);
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  const cursors = createCursorCodec(accountSid, authToken);
  const share = createShare<NumberPage>();
  const cache = createPageCache();
  const gate = createGate(options.concurrency);
  const budget = createRetryBudget();
  const pool = new Pool(address.origin, {
    connections: options.concurrency,
    pipelining: 1,
    keepAliveTimeout: 30_000,
  });

  interface PageRequest extends NumbersQuery {
    path: string;
    position: Position | null;
  }

  /** One attempt at one page. */
  async function askOnce(
    request: PageRequest,
    signal: AbortSignal,
    log: Logger,
  ): Promise<NumberPage> {
    const { path, position, filters, limit } = request;
    const answer = await attempt(pool, path, authorization, timeoutMs, signal);
    if (answer.status !== 200) {
      const problem = problemOfStatus(answer, position !== null);
      if (problem.code === 'upstream_rate_limited') {
        gate.pause(problem.retryAfterMs ?? Math.random() * unaskedPauseMs);
      }
      throw problem;
    }

    const page = readPage(answer, filters);
    if (page.skipped > 0) {
      log.warn({ skipped: page.skipped, fields: page.faultyFields }, 'broken rows left out');
      observer?.rowsSkipped(page.faultyFields);
    }
    const next = readPageLink('next', page.next, address);
    const prev = readPageLink('prev', page.prev, address);
    if (samePosition(next, position)) {
      throw new ProblemError(
        'upstream_contract',
        'Apifonica names the same page as its own next one, so the list cannot go on.',
      );
    }
    return {
      limit,
      prev: prev && cursors.seal(prev, filters),
      next: next && cursors.seal(next, filters),
      skipped: page.skipped,
      numbers: page.numbers.map(toContract),
    };
  }

  /** All attempts at one page, within the deadline. */
  async function ask(
    request: PageRequest,
    { log, priority = 'person' }: Asking,
    shared: AbortSignal,
  ) {
    const deadlineAt = performance.now() + deadlineMs;
    const deadline = AbortSignal.timeout(deadlineMs);
    const signal = AbortSignal.any([shared, deadline]);
    const msLeft = () => deadlineAt - performance.now();

    async function observed(): Promise<NumberPage> {
      const started = performance.now();
      const finish = (code: string) =>
        observer?.attempted(code, (performance.now() - started) / 1000);
      try {
        const page = await askOnce(request, signal, log);
        finish('ok');
        return page;
      } catch (error) {
        finish(error instanceof ProblemError ? error.code : 'aborted');
        throw error;
      }
    }

    const rateLimited = () =>
      new ProblemError('upstream_rate_limited', 'Apifonica asks for fewer requests.', {
        retryAfterMs: Math.ceil(gate.pausedForMs()),
      });

    try {
      return await withRetry(
        () => {
          if (gate.pausedForMs() >= msLeft()) throw rateLimited();
          return gate.run(priority, signal, observed);
        },
        {
          budget,
          msLeft,
          signal,
          onRetry(error, waitMs) {
            log.info({ code: error.code, waitMs }, 'upstream retry');
            observer?.retried(error.code);
          },
        },
      );
    } catch (error) {
      if (!deadline.aborted || shared.aborted || error instanceof ProblemError) throw error;
      if (gate.pausedForMs() > 0) throw rateLimited();
      throw new ProblemError('upstream_timeout', 'Apifonica did not answer in time.', {
        cause: error,
      });
    }
  }

  return {
    async listNumbers(query, asking) {
      const position = query.cursor === null ? null : cursors.open(query.cursor, query.filters);
      const path = pagePath(address, query.filters, query.limit, position);
      const known = asking.fresh ? undefined : cache.get(path);
      if (known) return known;
      return share(path, asking.signal, async (shared) => {
        const page = await ask({ ...query, path, position }, asking, shared);
        cache.set(path, page);
        return page;
      });
    },
    close: () => pool.destroy(),
  };
}

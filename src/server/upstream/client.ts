import type { Logger } from 'pino';
import { Pool } from 'undici';
import type { NumberPage } from '#contract/number.ts';
import type { NumbersQuery } from '#contract/query.ts';
import { ProblemError } from '../problem-error.ts';
import { attempt, type UpstreamAnswer } from './attempt.ts';
import { createCursorCodec } from './cursor.ts';
import { listAddress, type Position, pagePath } from './list-address.ts';
import { readPageLink } from './page-link.ts';
import { problemOfStatus } from './problems.ts';
import { readPage } from './read-page.ts';
import { createShare } from './share.ts';
import { toContract } from './to-contract.ts';

export interface UpstreamOptions {
  baseUrl: URL;
  accountSid: string;
  authToken: string;
  /** Requests in flight at once, at the most. */
  concurrency: number;
  /** Milliseconds for one attempt, and for all attempts of one call. */
  timeoutMs: number;
  deadlineMs: number;
}

export interface Upstream {
  /**
   * One page of the rented numbers.
   * @param signal aborted when nobody waits for the answer any more.
   * @throws ProblemError with one of the `upstream_*` codes, `cursor_expired` or `invalid_cursor`.
   */
  listNumbers(query: NumbersQuery, signal: AbortSignal, log: Logger): Promise<NumberPage>;
  close(): Promise<void>;
}

const samePosition = (a: Position | null, b: Position | null) =>
  a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b);

/** The only holder of the credentials: everything that asks Apifonica goes through here. */
export function createUpstream(options: UpstreamOptions): Upstream {
  const { accountSid, authToken, timeoutMs, deadlineMs } = options;
  const address = listAddress(options.baseUrl, accountSid);
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  const cursors = createCursorCodec(accountSid, authToken);
  const share = createShare<UpstreamAnswer>();
  const pool = new Pool(address.origin, {
    connections: options.concurrency,
    pipelining: 1,
    keepAliveTimeout: 30_000,
  });

  /** The seam for a retry policy: everything above asks once and gets one answer or one problem. */
  async function get(path: string, signal: AbortSignal): Promise<UpstreamAnswer> {
    const deadline = AbortSignal.timeout(deadlineMs);
    try {
      return await attempt(
        pool,
        path,
        authorization,
        timeoutMs,
        AbortSignal.any([signal, deadline]),
      );
    } catch (error) {
      if (error !== deadline.reason) throw error;
      throw new ProblemError('upstream_timeout', 'Apifonica did not answer in time.', {
        cause: error,
      });
    }
  }

  return {
    async listNumbers({ filters, limit, cursor }, signal, log) {
      const position = cursor === null ? null : cursors.open(cursor, filters);
      const path = pagePath(address, filters, limit, position);
      const started = performance.now();
      const answer = await share(path, signal, (shared) => get(path, shared));
      log.debug({ status: answer.status, ms: Math.round(performance.now() - started) }, 'upstream');
      if (answer.status !== 200) throw problemOfStatus(answer, position !== null);

      const page = readPage(answer, filters);
      if (page.skipped > 0) {
        log.warn({ skipped: page.skipped, fields: page.faultyFields }, 'broken rows left out');
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
    },
    close: () => pool.destroy(),
  };
}

import type { Dispatcher, Pool } from 'undici';
import { ProblemError } from '../problem-error.ts';

/** A page of twenty rows is about 12 kB; nothing honest comes near this. */
const maxBodyBytes = 1024 * 1024;

export interface UpstreamAnswer {
  status: number;
  contentType: string;
  retryAfter: string | undefined;
  body: string;
}

type HeaderValue = string | string[] | undefined;
const single = (value: HeaderValue) => (Array.isArray(value) ? value[0] : value);

const tooMuch = () =>
  new ProblemError('upstream_malformed', 'Apifonica sent more than a page of the list can be.');

const late = () => new ProblemError('upstream_timeout', 'Apifonica did not answer in time.');

const broken = (cause: unknown) =>
  new ProblemError(
    'upstream_unreachable',
    'The connection to Apifonica failed before its answer was complete.',
    { cause },
  );

/**
 * One GET, one answer: no retry, no redirect, no compression, headers built from nothing.
 *
 * @throws ProblemError `upstream_timeout`, `upstream_unreachable` or `upstream_malformed` (a body
 * over 1 MiB); the signal's own reason when `signal` ended the attempt.
 */
export function attempt(
  pool: Pool,
  path: string,
  authorization: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<UpstreamAnswer> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let answer: Omit<UpstreamAnswer, 'body'> | undefined;
    let controller: Dispatcher.DispatchController | undefined;
    let failure: unknown;

    /** Ends the attempt, and its connection if it has one by now. */
    function end(error: unknown) {
      failure ??= error;
      settle(() => reject(failure));
      controller?.abort(error instanceof Error ? error : new Error('The attempt was ended.'));
    }
    const leave = () => end(signal.reason);
    const timer = setTimeout(() => end(late()), timeoutMs);
    signal.addEventListener('abort', leave, { once: true });

    function settle(say: () => void) {
      clearTimeout(timer);
      signal.removeEventListener('abort', leave);
      say();
    }

    // The lowest layer there is: a stream and two signals for each page cost more than the page.
    pool.dispatch(
      { path, method: 'GET', headers: { authorization, accept: 'application/json' } },
      {
        onRequestStart(started) {
          controller = started;
          if (failure !== undefined) end(failure);
        },
        onResponseStart(_, status, headers) {
          answer = {
            status,
            contentType: single(headers['content-type']) ?? '',
            retryAfter: single(headers['retry-after']),
          };
        },
        onResponseData(_, chunk) {
          size += chunk.length;
          if (size > maxBodyBytes) end(tooMuch());
          else chunks.push(chunk);
        },
        onResponseEnd() {
          const body = Buffer.concat(chunks).toString('utf8');
          settle(() => (answer ? resolve({ ...answer, body }) : reject(broken(undefined))));
        },
        onResponseError: (_, error) => settle(() => reject(failure ?? broken(error))),
      },
    );
  });
}

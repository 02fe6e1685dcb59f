import type { Dispatcher } from 'undici';
import { ProblemError } from '../problem-error.ts';
import { connectionWords } from './connection-words.ts';
import { connectionProblem } from './problems.ts';

/** A page of twenty rows is about 12 kB, so honest answers stay far below this size. */
const maxBodyBytes = 1024 * 1024;

export interface UpstreamAnswer {
  status: number;
  contentType: string;
  /** `identity` when the answer has no such header. */
  contentEncoding: string;
  retryAfter: string | undefined;
  body: Uint8Array;
}

const answerTimeout = () =>
  new ProblemError('upstream_timeout', 'Apifonica did not answer in time.');

function connectTimeout(): ProblemError {
  const reason = 'UND_ERR_CONNECT_TIMEOUT';
  const { what, remedy } = connectionWords(reason, 'upstream');
  return new ProblemError('upstream_timeout', `${what} (${reason}). ${remedy}`, { reason });
}

const nobodyWaits = () => new Error('Nobody waits for the answer.');
const single = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/**
 * One GET, one answer: no retry, no redirect, no compression, and no headers but our own. It uses
 * `dispatch`, because `request` does not tell whether the connection was made, and an operator has
 * to know of a timeout whether the network or Apifonica was slow.
 *
 * @throws ProblemError `upstream_timeout`, `upstream_malformed` (a body over 1 MiB) or one of
 * `connectionProblem`; the signal's own reason when `signal` ended the attempt.
 */
export function attempt(
  connections: Dispatcher,
  { origin, path }: { origin: string; path: string },
  authorization: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<UpstreamAnswer> {
  return new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | undefined;
    let head: Omit<UpstreamAnswer, 'body'> = {
      status: 0,
      contentType: '',
      contentEncoding: 'identity',
      retryAfter: undefined,
    };
    const chunks: Buffer[] = [];
    let size = 0;
    let isOver = false;

    function clear() {
      isOver = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', leave);
    }
    /** Ends the attempt early; the closing connection tells the upstream. */
    function giveUp(reason: unknown) {
      if (isOver) return;
      clear();
      reject(reason);
      controller?.abort(nobodyWaits());
    }
    const leave = () => giveUp(signal.reason);
    const timer = setTimeout(
      () => giveUp(controller === undefined ? connectTimeout() : answerTimeout()),
      timeoutMs,
    );
    if (signal.aborted) return leave();
    signal.addEventListener('abort', leave, { once: true });

    const headers = { authorization, accept: 'application/json' };
    connections.dispatch(
      { origin, path, method: 'GET', headers },
      {
        onRequestStart(started) {
          controller = started;
          if (isOver) started.abort(nobodyWaits());
        },
        onResponseStart(_, status, answered) {
          head = {
            status,
            contentType: single(answered['content-type']) ?? '',
            contentEncoding: single(answered['content-encoding']) ?? 'identity',
            retryAfter: single(answered['retry-after']),
          };
        },
        onResponseData(_, chunk) {
          size += chunk.length;
          chunks.push(chunk);
          if (size <= maxBodyBytes) return;
          const words = 'Apifonica sent more than a page of the list can be.';
          giveUp(new ProblemError('upstream_malformed', words));
        },
        onResponseEnd() {
          clear();
          resolve({ ...head, body: Buffer.concat(chunks) });
        },
        onResponseError(_, cause) {
          clear();
          reject(connectionProblem(cause, head.status > 0));
        },
      },
    );
  });
}

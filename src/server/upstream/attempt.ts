import type { Dispatcher, Pool } from 'undici';
import { ProblemError } from '../problem-error.ts';
import { limitTime } from './time-limit.ts';

/** A page of twenty rows is about 12 kB; nothing honest comes near this. */
const maxBodyBytes = 1024 * 1024;

export interface UpstreamAnswer {
  status: number;
  contentType: string;
  retryAfter: string | undefined;
  body: string;
}

const single = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

async function readBody(body: Dispatcher.ResponseData['body']): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBodyBytes) {
      throw new ProblemError(
        'upstream_malformed',
        'Apifonica sent more than a page of the list can be.',
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * One GET, one answer: no retry, no redirect, no compression, headers built from nothing.
 *
 * @throws ProblemError `upstream_timeout`, `upstream_unreachable` or `upstream_malformed` (a body
 * over 1 MiB); the signal's own reason when `signal` ended the attempt.
 */
export async function attempt(
  pool: Pool,
  path: string,
  authorization: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<UpstreamAnswer> {
  const limit = limitTime(signal, timeoutMs);
  try {
    const { statusCode, headers, body } = await pool.request({
      path,
      method: 'GET',
      headers: { authorization, accept: 'application/json' },
      signal: limit.signal,
    });
    return {
      status: statusCode,
      contentType: single(headers['content-type']) ?? '',
      retryAfter: single(headers['retry-after']),
      body: await readBody(body),
    };
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    signal.throwIfAborted();
    if (limit.isLate()) {
      throw new ProblemError('upstream_timeout', 'Apifonica did not answer in time.', {
        cause: error,
      });
    }
    throw new ProblemError(
      'upstream_unreachable',
      'The connection to Apifonica failed before its answer was complete.',
      { cause: error },
    );
  } finally {
    limit.clear();
  }
}

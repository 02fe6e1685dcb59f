import type { Logger } from 'pino';
import { Pool } from 'undici';
import { ProblemError } from '../problem-error.ts';
import { attempt, type UpstreamAnswer } from './attempt.ts';
import { createGate, type Priority } from './gate.ts';
import type { UpstreamObserver } from './observer.ts';
import { problemOfStatus } from './problems.ts';
import { createRetryBudget } from './retry-budget.ts';
import { limitTime } from './time-limit.ts';
import { withRetry } from './with-retry.ts';

/** After a refusal for too many requests that does not say how long to wait: at most this long. */
const unaskedPauseMs = 1000;

export interface CallerOptions {
  origin: string;
  authorization: string;
  /** Requests in flight at once, at the most. */
  concurrency: number;
  /** Milliseconds for one attempt, and for all attempts of one call. */
  timeoutMs: number;
  deadlineMs: number;
  observer?: UpstreamObserver | undefined;
}

export interface Call<T> {
  /** Path and query on the upstream's origin. */
  path: string;
  /** Whether the path carries a cursor of an earlier answer. */
  followed: boolean;
  /** Makes something of a 200 answer; what it throws counts as a failed attempt. */
  read: (answer: UpstreamAnswer) => T;
  signal: AbortSignal;
  log: Logger;
  priority: Priority;
  /** Told of each request that is sent for this call, the first and those made again. */
  onRequest?: (() => void) | undefined;
}

/** What says that there were too many requests at once. */
const isOverload = ({ code }: ProblemError) =>
  code === 'upstream_rate_limited' || code === 'upstream_timeout';

/**
 * Asks the upstream: through the gate, within the deadline, again where that helps.
 * Every failure of `call` is a ProblemError, or the reason of its signal.
 */
export function createCaller(options: CallerOptions) {
  const { origin, authorization, concurrency, timeoutMs, deadlineMs, observer } = options;
  const gate = createGate(concurrency);
  const budget = createRetryBudget();
  const pool = new Pool(origin, {
    connections: concurrency,
    pipelining: 1,
    keepAliveTimeout: 30_000,
  });

  const pausedProblem = () =>
    new ProblemError('upstream_rate_limited', 'Apifonica asks for fewer requests.', {
      retryAfterMs: Math.ceil(gate.pausedForMs()),
    });

  async function askOnce<T>({ path, followed, read }: Call<T>, signal: AbortSignal): Promise<T> {
    const answer = await attempt(pool, path, authorization, timeoutMs, signal);
    if (answer.status === 200) return read(answer);
    const problem = problemOfStatus(answer, followed);
    if (problem.code === 'upstream_rate_limited') {
      gate.pause(problem.retryAfterMs ?? Math.random() * unaskedPauseMs);
    }
    throw problem;
  }

  async function observed<T>(call: Call<T>, signal: AbortSignal): Promise<T> {
    const started = performance.now();
    // A walk says in one line what it came to.
    const level = call.priority === 'person' ? 'info' : 'debug';
    const finish = (outcome: string) => {
      const ms = performance.now() - started;
      call.log[level]({ outcome, ms: Math.round(ms) }, 'upstream');
      observer?.attempted(outcome, ms / 1000);
    };
    call.onRequest?.();
    try {
      const result = await askOnce(call, signal);
      gate.speedUp();
      finish('ok');
      return result;
    } catch (error) {
      if (error instanceof ProblemError && isOverload(error)) gate.slowDown(started);
      finish(error instanceof ProblemError ? error.code : 'aborted');
      throw error;
    }
  }

  async function call<T>(call: Call<T>): Promise<T> {
    const deadlineAt = performance.now() + deadlineMs;
    const limit = limitTime(call.signal, deadlineMs);
    const { signal } = limit;
    const msLeft = () => deadlineAt - performance.now();
    const ask = async () => {
      const paused = gate.pausedForMs();
      if (paused > 0 && paused >= msLeft()) throw pausedProblem();
      return gate.run(call.priority, signal, () => observed(call, signal));
    };
    const onRetry = (error: ProblemError, waitMs: number) => {
      call.log.info({ code: error.code, waitMs }, 'upstream retry');
      observer?.retried(error.code);
    };
    try {
      return await withRetry(ask, { budget, msLeft, signal, onRetry });
    } catch (error) {
      call.signal.throwIfAborted();
      if (!limit.isLate() || error instanceof ProblemError) throw error;
      if (gate.pausedForMs() > 0) throw pausedProblem();
      throw new ProblemError('upstream_timeout', 'Apifonica did not answer in time.', {
        cause: error,
      });
    } finally {
      limit.clear();
    }
  }

  return { call, limit: gate.limit, close: () => pool.destroy() };
}

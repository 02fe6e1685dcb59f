import type { Logger } from 'pino';
import { ProblemError } from '../problem-error.ts';
import type { OutboundProxy } from '../read-proxy.ts';
import { attempt, type UpstreamAnswer } from './attempt.ts';
import { createConnections, UnreachedError } from './connections.ts';
import { createGate, type Gate, type Priority } from './gate.ts';
import { createOutage } from './outage.ts';
import { problemOfStatus } from './problems.ts';
import { createRetryBudget, withRetry } from './retry.ts';
import { limitTime } from './time-limit.ts';
import type { UpstreamObserver } from './upstream.ts';

/** The longest pause after a 429 that names no wait. */
const unaskedPauseMs = 1000;

interface CallerOptions {
  origin: string;
  /** Called for each attempt, because the token may change while the server runs. */
  authorization: () => string;
  /** Called when the upstream refuses the token; whether there is another one now. */
  renewToken?: (() => boolean) | undefined;
  /** Requests in flight at once, at the most. */
  concurrency: number;
  gate?: Gate | undefined;
  /** Milliseconds for one attempt, and for all attempts of one call. */
  timeoutMs: number;
  deadlineMs: number;
  /** The proxy on the way out; null without one. */
  proxy: OutboundProxy | null;
  observer?: UpstreamObserver | undefined;
}

interface Call<T> {
  /** Path and query on the upstream's origin. */
  path: string;
  /** Whether the path carries a cursor of an earlier answer. */
  followed: boolean;
  /** Reads a 200 answer; an error that it throws counts as a failed attempt. */
  read: (answer: UpstreamAnswer) => T;
  signal: AbortSignal;
  log: Logger;
  priority: Priority;
  /** Called for each request that is sent for this call, retries included. */
  onRequest?: (() => void) | undefined;
}

/** Errors after which fewer requests run at once: the upstream is overloaded or unreachable. */
const slowsDown = (error: ProblemError) =>
  error instanceof UnreachedError ||
  error.code === 'upstream_rate_limited' ||
  error.code === 'upstream_timeout';

/**
 * Sends requests to the upstream: through the gate, within the deadline, with retries where they
 * help. Every failure of `call` is a ProblemError, or the reason of its signal.
 */
export function createCaller(options: CallerOptions) {
  const { origin, authorization, timeoutMs, deadlineMs, observer } = options;
  const gate = options.gate ?? createGate(options.concurrency);
  // A call that begins in a pause has half of its time left for attempts.
  const outage = createOutage(deadlineMs / 2);
  const budget = createRetryBudget();
  let connections = createConnections(options);

  /** Why no request may be sent now. */
  const pausedProblem = () =>
    outage.error() ??
    new ProblemError('upstream_rate_limited', 'Apifonica is limiting requests.', {
      retryAfterMs: Math.ceil(gate.pausedForMs()),
    });

  /** Requests on their way now. */
  let inFlight = 0;

  /** One attempt; a second one where the token was refused, and has changed meanwhile. */
  async function send<T>({ path, log, onRequest }: Call<T>, signal: AbortSignal) {
    const sent = authorization();
    const ask = (token: string) => attempt(connections, { origin, path }, token, timeoutMs, signal);
    const answer = await ask(sent);
    if (answer.status !== 401) return answer;
    const isNew = authorization() !== sent || (options.renewToken?.() ?? false);
    if (!isNew) return answer;
    log.info('the token was refused, and its file holds another one');
    onRequest?.();
    return ask(authorization());
  }

  async function askOnce<T>(call: Call<T>, signal: AbortSignal): Promise<T> {
    const { followed, read } = call;
    const answer = await send(call, signal);
    outage.isOver();
    if (answer.status === 200) return read(answer);
    const problem = problemOfStatus(answer, followed);
    if (problem.code === 'upstream_rate_limited') {
      gate.pause(problem.retryAfterMs ?? Math.random() * unaskedPauseMs);
    }
    throw problem;
  }

  async function observed<T>(call: Call<T>, signal: AbortSignal): Promise<T> {
    const started = performance.now();
    // Requests of a walk are logged at debug level, because the walk itself logs one line at its
    // end.
    const level = call.priority === 'person' ? 'info' : 'debug';
    const finish = (outcome: string, cause?: string) => {
      const ms = performance.now() - started;
      call.log[level]({ outcome, cause, ms: Math.round(ms) }, 'upstream');
      observer?.attempted(outcome, ms / 1000);
      if (cause) observer?.failed(outcome, cause);
    };
    call.onRequest?.();
    inFlight += 1;
    try {
      const result = await askOnce(call, signal);
      gate.speedUp();
      finish('ok');
      return result;
    } catch (error) {
      if (!(error instanceof ProblemError)) {
        finish('aborted');
        throw error;
      }
      if (slowsDown(error)) gate.slowDown(started);
      if (error instanceof UnreachedError) gate.pause(outage.met(error, started));
      finish(error.code, error.reason);
      throw error;
    } finally {
      inFlight -= 1;
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
      const waitingSince = performance.now();
      return gate.run(call.priority, signal, () => {
        observer?.waited(call.priority, (performance.now() - waitingSince) / 1000);
        return observed(call, signal);
      });
    };
    const onRetry = (error: ProblemError, waitMs: number) => {
      call.log.info({ code: error.code, cause: error.reason, waitMs }, 'upstream retry');
      observer?.retried(error.code);
    };
    try {
      return await withRetry(ask, { budget, msLeft, signal, onRetry });
    } catch (error) {
      call.signal.throwIfAborted();
      if (!limit.isLate() || error instanceof ProblemError) throw error;
      if (gate.pausedForMs() > 0 || outage.error() !== null) throw pausedProblem();
      throw new ProblemError('upstream_timeout', 'Apifonica did not answer in time.', {
        cause: error,
      });
    } finally {
      limit.clear();
    }
  }

  return {
    call,
    walkRoom: gate.walkRoom,
    pause: gate.pause,
    state: () => ({ inFlight, limit: gate.limit(), pausedMs: gate.pausedForMs() }),
    /** Requests under way end on the old connections, further ones use new ones. */
    changeProxy(proxy: OutboundProxy | null) {
      void connections.close();
      connections = createConnections({ ...options, proxy });
    },
    close() {
      gate.close();
      return connections.destroy();
    },
  };
}

import type { Context } from 'hono';
import { problemMediaType } from '#contract/problem-kinds.ts';
import type { AppEnv } from './app-env.ts';
import { logProblem } from './log-problem.ts';
import { ProblemError } from './problem-error.ts';
import { toProblem } from './to-problem.ts';

/** A failure as `application/problem+json`, with `Retry-After` in whole seconds where it applies. */
export function problemResponse(error: ProblemError, requestId: string): Response {
  const problem = toProblem(error, requestId);
  const { status, retryAfterMs } = problem;
  const headers = new Headers({ 'content-type': problemMediaType, 'cache-control': 'no-store' });
  if (retryAfterMs !== undefined) {
    headers.set('retry-after', String(Math.ceil(retryAfterMs / 1000)));
  }
  // On a connection kept open, the rest of the body would be taken for the next request.
  if (problem.code === 'body_stalled') headers.set('connection', 'close');
  return new Response(JSON.stringify(problem), { status, headers });
}

/** Answers a request that failed, and logs the failure. */
export function answerFailure(error: unknown, c: Context<AppEnv>): Response {
  const isProblem = error instanceof ProblemError;
  // Nobody reads this answer; 499 is what proxies log for a client that went away.
  if (!isProblem && c.req.raw.signal.aborted) return new Response(null, { status: 499 });
  const problem = isProblem ? error : ProblemError.unexpected(error);
  logProblem(c, problem);
  return problemResponse(problem, c.var.requestId);
}

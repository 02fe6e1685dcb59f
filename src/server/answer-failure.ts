import type { Context } from 'hono';
import type { AppEnv } from './app-env.ts';
import { logProblem } from './log-problem.ts';
import { ProblemError } from './problem-error.ts';
import { problemResponse } from './problem-response.ts';

/** Answers a request that failed, and logs the failure. */
export function answerFailure(error: unknown, c: Context<AppEnv>): Response {
  const isProblem = error instanceof ProblemError;
  // Nobody reads this answer; 499 is what proxies log for a client that went away.
  if (!isProblem && c.req.raw.signal.aborted) return new Response(null, { status: 499 });
  const problem = isProblem ? error : ProblemError.unexpected(error);
  logProblem(c, problem);
  return problemResponse(problem, c.var.requestId);
}

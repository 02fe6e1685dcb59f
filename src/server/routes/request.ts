import type { Context } from 'hono';
import type { QueryFault } from '#contract/query.ts';
import type { AppEnv } from '../app-env.ts';
import { ProblemError } from '../problem-error.ts';

/**
 * @throws ProblemError `invalid_query` when a parameter was refused; `parameter` is the first one.
 */
export function refuseFaults(faults: readonly QueryFault[]): void {
  const [first] = faults;
  if (first === undefined) return;
  throw new ProblemError('invalid_query', faults.map(({ detail }) => detail).join(' '), {
    parameter: first.parameter,
  });
}

/**
 * Aborted when the client has gone, or with a ProblemError when the session of the request has
 * ended: by signing out, by an admin or by the company's provider.
 */
export function requestSignal(c: Context<AppEnv>): AbortSignal {
  const { sessionEnd } = c.var;
  return sessionEnd ? AbortSignal.any([c.req.raw.signal, sessionEnd]) : c.req.raw.signal;
}

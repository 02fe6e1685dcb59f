import type { Context } from 'hono';
import type { AppEnv } from './app-env.ts';

/**
 * Aborted when the client has gone, or with a ProblemError when the session of the request has
 * ended: by signing out, by an admin or by the company's provider.
 */
export function requestSignal(c: Context<AppEnv>): AbortSignal {
  const { sessionEnd } = c.var;
  return sessionEnd ? AbortSignal.any([c.req.raw.signal, sessionEnd]) : c.req.raw.signal;
}

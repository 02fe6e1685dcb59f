import type { Context } from 'hono';
import type { AppEnv } from './app-env.ts';
import type { ProblemError } from './problem-error.ts';
import { securityEvent } from './security-event.ts';

/** One line about a failure that somebody is told of. */
export function logProblem(c: Context<AppEnv>, { code, cause }: ProblemError): void {
  const { log } = c.var;
  if (code === 'internal' && cause instanceof Error) {
    log.error({ name: cause.name, stack: cause.stack }, 'unexpected error');
    return;
  }
  // The cause's kind only: its message may quote what the upstream sent.
  const details = { code, cause: cause instanceof Error ? cause.name : undefined };
  // Refused credentials and an upstream that is not what it was concern the operator.
  if (code === 'upstream_auth' || code === 'upstream_contract') securityEvent(c, code, details);
  else log.info(details, 'problem');
}

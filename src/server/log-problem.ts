import type { Context } from 'hono';
import type { AppEnv } from './app-env.ts';
import type { ProblemError } from './problem-error.ts';
import { securityEvent } from './security-event.ts';

/** What concerns the operator: refused credentials, and an upstream that is not what it was. */
const alarming = ['upstream_auth', 'upstream_contract', 'upstream_distrusted'] as const;

/** One line about a failure that somebody is told of. */
export function logProblem(c: Context<AppEnv>, { code, reason, cause }: ProblemError): void {
  const { log } = c.var;
  if (code === 'internal' && cause instanceof Error) {
    log.error({ name: cause.name, stack: cause.stack }, 'unexpected error');
    return;
  }
  // The cause's code or kind only: its message may quote what the upstream sent.
  const details = { code, cause: reason ?? (cause instanceof Error ? cause.name : undefined) };
  const event = alarming.find((one) => one === code);
  if (event) securityEvent(c, event, details);
  else log.info(details, 'problem');
}

import type { ProblemError } from './problem-error.ts';
import { type LogScope, securityEvent } from './security-event.ts';

/**
 * Problems for the operator: refused credentials, and an upstream that answers unexpectedly or is
 * not trusted.
 */
const alarming = ['upstream_auth', 'upstream_contract', 'upstream_distrusted'] as const;

/** Logs one line about a failure that the client is told of. */
export function logProblem(c: LogScope, { code, reason, cause }: ProblemError): void {
  const { log } = c.var;
  if (code === 'internal' && cause instanceof Error) {
    log.error({ name: cause.name, stack: cause.stack }, 'unexpected error');
    return;
  }
  // Only the code or name of the cause is logged: its message may quote the upstream's answer.
  const details = { code, cause: reason ?? (cause instanceof Error ? cause.name : undefined) };
  const event = alarming.find((one) => one === code);
  if (event) securityEvent(c, event, details);
  else log.info(details, 'problem');
}

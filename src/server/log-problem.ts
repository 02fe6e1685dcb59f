import type { Logger } from 'pino';
import type { ProblemCode } from '#contract/problem.ts';
import type { ProblemError } from './problem-error.ts';

/** What an operator should hear of: refused credentials, and an upstream that is not what it was. */
const isAlarming = (code: ProblemCode) => code === 'upstream_auth' || code === 'upstream_contract';

/** One line about a failure that somebody is told of. */
export function logProblem(log: Logger, { code, cause }: ProblemError): void {
  if (code === 'internal' && cause instanceof Error) {
    log.error({ name: cause.name, stack: cause.stack }, 'unexpected error');
    return;
  }
  const event = isAlarming(code) ? code : undefined;
  // The cause's kind only: its message may quote what the upstream sent.
  const kind = cause instanceof Error ? cause.name : undefined;
  log[event ? 'warn' : 'info']({ event, code, cause: kind }, 'problem');
}

import type { AppEnv } from './app-env.ts';

/** Security events for the operator, and the log level of each. */
const levels = {
  signed_in: 'info',
  signed_out: 'info',
  session_ended: 'warn',
  logout_by_provider: 'info',
  logout_refused: 'warn',
  forbidden: 'warn',
  sign_in_failed: 'warn',
  sign_in_throttled: 'warn',
  metrics_refused: 'warn',
  metrics_throttled: 'warn',
  host_refused: 'warn',
  cross_site_refused: 'warn',
  forwarded_without_sign_in: 'warn',
  token_revealed: 'warn',
  upstream_auth: 'warn',
  upstream_contract: 'warn',
  upstream_distrusted: 'warn',
} as const;

export type SecurityEvent = keyof typeof levels;

export const securityEvents = Object.keys(levels) as SecurityEvent[];

/** The subject of a log line: a request, or one account of several that a request asks. */
export interface LogScope {
  var: Pick<AppEnv['Variables'], 'log' | 'metrics'>;
}

/** Logs one line and counts the event in the metrics, which count at every log level. */
export function securityEvent(
  { var: { log, metrics } }: LogScope,
  event: SecurityEvent,
  details: Readonly<Record<string, unknown>> = {},
): void {
  log[levels[event]]({ event, ...details }, 'security');
  metrics.securityEvent(event);
}

import type { ProblemCode } from '#contract/problem.ts';
import type { ProblemError } from '../problem-error.ts';
import { UnreachedError } from './unreached-error.ts';

const baseMs = 200;
const capMs = 4000;

/** How often a request is tried in all, by what went wrong; everything else is tried once. */
const attempts: Partial<Record<ProblemCode, number>> = {
  upstream_unreachable: 4,
  upstream_timeout: 4,
  upstream_unavailable: 4,
  upstream_rate_limited: 4,
  // An answer cut on its way reads as broken JSON; an upstream that sends it twice means it.
  upstream_malformed: 2,
};

/**
 * Milliseconds to wait before trying again: full jitter (a random part of an exponentially growing
 * span), and never earlier than the upstream asked. An upstream that is not there is tried for as
 * long as the caller has time, and never sooner than after half the span.
 *
 * @param failures how often this request has failed so, from 1.
 * @param random from 0 up to 1.
 * @returns null when another attempt is not worth making.
 */
export function retryDelay(error: ProblemError, failures: number, random: number): number | null {
  const span = Math.min(capMs, baseMs * 2 ** (failures - 1));
  if (error instanceof UnreachedError) return Math.ceil((span + random * span) / 2);
  if (failures >= (attempts[error.code] ?? 1)) return null;
  return (error.retryAfterMs ?? 0) + Math.ceil(random * span);
}

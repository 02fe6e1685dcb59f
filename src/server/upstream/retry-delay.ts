import type { ProblemCode } from '#contract/problem-kinds.ts';
import type { ProblemError } from '../problem-error.ts';
import { UnreachedError } from './unreached-error.ts';

const baseMs = 200;
const capMs = 4000;

/** Attempts of one request in all, by problem; after any other problem there is no retry. */
const attempts: Partial<Record<ProblemCode, number>> = {
  upstream_unreachable: 4,
  upstream_timeout: 4,
  upstream_unavailable: 4,
  upstream_rate_limited: 4,
  // An answer cut on its way reads as invalid JSON. Twice in a row, it is the upstream's own fault.
  upstream_malformed: 2,
};

/**
 * Milliseconds to wait before the next attempt: full jitter (a random part of an exponentially
 * growing span), and never earlier than the upstream asked. An unreachable upstream is tried for as
 * long as the caller has time, and never sooner than after half the span.
 *
 * @param failures failures of this request so far, from 1; unreachable upstreams are counted apart.
 * @param random from 0 up to 1.
 * @returns null when another attempt is not worth making.
 */
export function retryDelay(error: ProblemError, failures: number, random: number): number | null {
  const span = Math.min(capMs, baseMs * 2 ** (failures - 1));
  if (error instanceof UnreachedError) return Math.ceil((span + random * span) / 2);
  if (failures >= (attempts[error.code] ?? 1)) return null;
  return (error.retryAfterMs ?? 0) + Math.ceil(random * span);
}

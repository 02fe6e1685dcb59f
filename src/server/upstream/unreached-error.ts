import { ProblemError, type ProblemExtras } from '../problem-error.ts';

/**
 * No part of an answer came: the upstream, or a proxy on the way, is unreachable. A retry costs the
 * upstream next to nothing, and it may be back at any moment.
 */
export class UnreachedError extends ProblemError {
  constructor(detail: string, extras: ProblemExtras) {
    super('upstream_unreachable', detail, extras);
  }
}

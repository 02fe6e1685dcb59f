import { ProblemError, type ProblemExtras } from '../problem-error.ts';

/**
 * Nothing of an answer came: the upstream is not there, or nobody on the way to it is. Asking again
 * costs it next to nothing, and it may be back any moment.
 */
export class UnreachedError extends ProblemError {
  constructor(detail: string, extras: ProblemExtras) {
    super('upstream_unreachable', detail, extras);
  }
}

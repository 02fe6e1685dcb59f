import type { QueryFault } from '#contract/query.ts';
import { ProblemError } from './problem-error.ts';

/**
 * @throws ProblemError `invalid_query` when a parameter was refused; `parameter` is the first one.
 */
export function refuseFaults(faults: readonly QueryFault[]): void {
  const [first] = faults;
  if (first === undefined) return;
  throw new ProblemError('invalid_query', faults.map(({ detail }) => detail).join(' '), {
    parameter: first.parameter,
  });
}

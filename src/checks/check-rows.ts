import type { RentedNumber } from '#contract/number.ts';
import { checkSteps } from './check-steps.ts';
import type { Finding } from './finding.ts';
import { finish } from './finish.ts';
import type { CheckContext } from './rule.ts';

/** Everything that the rules find in an inventory, as `checkSteps` does, without a pause. */
export const checkRows = (
  rows: readonly RentedNumber[],
  context: CheckContext,
): Map<string, Finding[]> => finish(checkSteps(rows, context));

import type { RentedNumber } from '#contract/number.ts';
import { createCheckStream } from './check-stream.ts';
import type { Finding } from './finding.ts';
import type { CheckContext } from './rule.ts';

/** Runs a generator to its end without pausing, and returns its result. */
export function finish<T>(steps: Generator<unknown, T, void>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * All findings in an inventory, by `number_sid`, the worst first. Numbers without findings are left
 * out.
 */
export function checkRows(
  rows: readonly RentedNumber[],
  context: CheckContext,
): Map<string, Finding[]> {
  const stream = createCheckStream();
  stream.take(rows, context);
  const checked = finish(stream.finish(context));
  return new Map(checked.map(({ number_sid, findings }) => [number_sid, findings]));
}

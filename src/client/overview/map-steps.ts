const mostSteps = 4;

/**
 * Where the shades of the map begin, lightest first: equal factors between them, because a few
 * countries have most of the numbers.
 */
export function mapSteps(counts: Iterable<number>): number[] {
  const most = Math.max(1, ...counts);
  const steps = Math.min(mostSteps, most);
  const starts = Array.from({ length: steps }, (_, at) => Math.ceil(most ** (at / steps)));
  return [...new Set(starts)];
}

/** The shade of a count, from 0. */
export const stepOf = (steps: readonly number[], count: number) =>
  Math.max(
    0,
    steps.findLastIndex((start) => count >= start),
  );

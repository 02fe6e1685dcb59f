const mostSteps = 4;

/**
 * The smallest count of each shade of the map, lightest first. The steps grow by an equal factor,
 * because a few countries have most of the numbers.
 */
export function mapSteps(counts: Iterable<number>): number[] {
  const most = Math.max(1, ...counts);
  const steps = Math.min(mostSteps, most);
  const starts = Array.from({ length: steps }, (_, at) => Math.ceil(most ** (at / steps)));
  return [...new Set(starts)];
}

/** The index of a count's shade. */
export const stepOf = (steps: readonly number[], count: number) =>
  Math.max(
    0,
    steps.findLastIndex((start) => count >= start),
  );

/** Over how long a rate is measured, in milliseconds: long enough to be calm, short enough to be news. */
const spanMs = 5000;

interface Reading {
  at: number;
  count: number;
}

/**
 * How fast a count grows at the moment, and not since its beginning: where nothing comes any more
 * it falls to nothing within the span.
 *
 * @param startedAt in milliseconds, like every other time here.
 * @param startCount what was counted before.
 */
export function createRate(startedAt: number, startCount: number) {
  let readings: Reading[] = [{ at: startedAt, count: startCount }];
  return {
    /** A second, over the last span; null before the count has grown at all. */
    read(at: number, count: number): number | null {
      if (count === startCount) return null;
      const begin = at - spanMs;
      const first = readings.findLastIndex((reading) => reading.at <= begin);
      readings = [...readings.slice(Math.max(0, first)), { at, count }];
      const [from] = readings;
      if (from === undefined || at <= from.at) return null;
      return ((count - from.count) * 1000) / (at - from.at);
    },
  };
}

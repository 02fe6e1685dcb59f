/** The span of the measurement in milliseconds: long enough to be steady, short enough to be current. */
const spanMs = 5000;

interface Reading {
  at: number;
  count: number;
}

/**
 * How fast a count grows now, not on average: the rate falls to zero within the span once nothing
 * arrives any more.
 *
 * @param startedAt in milliseconds, like every other time here.
 * @param startCount the count at the start.
 */
export function createRate(startedAt: number, startCount: number) {
  let readings: Reading[] = [{ at: startedAt, count: startCount }];
  return {
    /** Growth per second over the last span; null before the first growth. */
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

import type { Collector } from './collectors.ts';
import type { Pace } from './scope.ts';
import { type Walk, walkInventory } from './walk.ts';

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

export const startPace: Pace = { loaded: 0, requests: 0, perSecond: null, estimate: null };

/** How often the page follows what comes: less often the more there is to look through again. */
const followEveryMs = (rows: number) => Math.max(100, rows / 200);
/** How often it looks again although nothing came: a rate falls also then. */
const beatMs = 1000;

interface PacedWalk<T> extends Omit<Walk, 'onNumbers' | 'onProgress'> {
  collector: Collector<T>;
  /** Takes, a few times a second, how far the walk is and how fast it goes on. */
  follow: (pace: Pace) => void;
}

/**
 * Walks to the proven end of a list.
 *
 * @returns what was collected, with the proof.
 * @throws ApiError like `walkInventory`; the signal's reason when aborted.
 */
export async function pacedWalk<T>({ follow, ...walk }: PacedWalk<T>) {
  const { collector, signal } = walk;
  const rate = createRate(Date.now(), collector.count);
  let progress: Pick<Pace, 'requests' | 'estimate'> = startPace;
  let timer: ReturnType<typeof setTimeout> | undefined;
  function followLater() {
    timer ??= setTimeout(() => {
      timer = undefined;
      const { count: loaded } = collector;
      if (signal.aborted) return;
      follow({ ...progress, loaded, perSecond: rate.read(Date.now(), loaded) });
    }, followEveryMs(collector.count));
  }
  const beat = setInterval(followLater, beatMs);
  const done = await walkInventory({
    ...walk,
    onNumbers: followLater,
    onProgress({ requests, estimate = null }) {
      progress = { requests, estimate };
      followLater();
    },
  }).finally(() => {
    clearInterval(beat);
    clearTimeout(timer);
  });
  const result = await collector.finish();
  signal.throwIfAborted();
  return { result, done };
}

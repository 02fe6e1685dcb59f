import type { Snapshot } from '#contract/history.ts';

type Counts = Pick<Snapshot, 'added' | 'gone' | 'changed'>;

/**
 * What became of the list from one kept day to a later one. Both are indices into the days, the oldest
 * first; most bars stand for one step.
 */
export interface TimelineBar extends Counts {
  from: number;
  to: number;
}

const countNames = ['added', 'gone', 'changed'] as const;

/**
 * The bars of the days, the oldest first. Where there is no room for a bar a day, each stands for
 * several days: those of the newest are complete.
 *
 * @param days all kept lists, the oldest first.
 * @param most how many bars there is room for.
 */
export function timelineBars(days: readonly Snapshot[], most: number): TimelineBar[] {
  const steps = days.length - 1;
  const size = Math.ceil(steps / Math.max(1, most));
  const bars: TimelineBar[] = [];
  for (let to = steps; to > 0; to -= size) {
    const from = Math.max(0, to - size);
    const within = days.slice(from + 1, to + 1);
    const [added, gone, changed] = countNames.map((name) =>
      within.reduce((sum, day) => sum + day[name], 0),
    );
    bars.push({ from, to, added: added!, gone: gone!, changed: changed! });
  }
  return bars.reverse();
}

/** Whether the differences between two days, in either order, contain those of a bar. */
export const isWithinDays = ({ from, to }: TimelineBar, one: number, other: number): boolean =>
  to > Math.min(one, other) && from < Math.max(one, other);

/** The share of the height that a count has. Square roots keep small days visible beside large ones. */
export const heightShare = (count: number, largest: number): number =>
  largest === 0 ? 0 : Math.sqrt(count / largest);

/** The indices of the bars that get a label below: the first of each stretch of this many, with room. */
export function labelledBars(count: number, width: number, labelWidth: number): number[] {
  const fitting = Math.max(1, Math.floor(width / labelWidth));
  const every = Math.ceil(count / fitting);
  return Array.from({ length: count }, (_, at) => at).filter(
    (at) => at % every === 0 && (at === 0 || (at * width) / count + labelWidth <= width),
  );
}

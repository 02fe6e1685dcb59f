import type { Snapshot } from '#contract/history.ts';

/** The days that an address asks to compare. */
export type ChosenDays =
  | { kind: 'pair'; from: Snapshot; to: Snapshot }
  /** Nothing is kept yet, or one list only. */
  | { kind: 'none' }
  | { kind: 'one'; only: Snapshot }
  /** The later day is the oldest one that is kept. */
  | { kind: 'oldest'; oldest: Snapshot }
  | { kind: 'same'; day: Snapshot }
  /** A day that is not kept, or not any more. */
  | { kind: 'gone' };

interface AskedDays {
  from: number | null;
  to: number | null;
}

/**
 * Finds the two days to compare: the later one is the newest unless another is asked for, the earlier
 * one the day before it. They may stand the other way round: then the way back is shown.
 *
 * @param kept all kept lists, newest first.
 */
export function chosenDays(kept: readonly Snapshot[], asked: AskedDays): ChosenDays {
  const [newest, ...others] = kept;
  if (newest === undefined) return { kind: 'none' };
  const find = (seq: number) => kept.find((one) => one.seq === seq);
  const to = asked.to === null ? newest : find(asked.to);
  if (to === undefined) return { kind: 'gone' };
  const from = asked.from === null ? kept[kept.indexOf(to) + 1] : find(asked.from);
  if (from !== undefined) {
    return from === to ? { kind: 'same', day: to } : { kind: 'pair', from, to };
  }
  if (asked.from !== null) return { kind: 'gone' };
  return others.length === 0 ? { kind: 'one', only: newest } : { kind: 'oldest', oldest: to };
}

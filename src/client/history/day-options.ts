import type { Snapshot } from '#contract/history.ts';
import { formatDay, formatMoment } from '../lib/format.ts';

/** A kept list to choose. */
export interface DayOption {
  seq: number;
  label: string;
}

/** The kept lists by their days; several of one day by their moments. */
export function dayOptions(kept: readonly Snapshot[]): DayOption[] {
  const days = kept.map(({ asOf }) => formatDay(asOf));
  const counts = new Map<string, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  return kept.map(({ seq, asOf }, at) => {
    const day = days[at]!;
    return { seq, label: counts.get(day) === 1 ? day : formatMoment(asOf) };
  });
}

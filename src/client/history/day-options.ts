import type { Snapshot } from '#contract/history.ts';
import { formatDay, formatMoment, isolate } from '../lib/format.ts';

/** A kept list to choose. */
export interface DayOption {
  seq: number;
  label: string;
}

const toTheSecond = new Intl.DateTimeFormat(undefined, {
  dateStyle: 'medium',
  timeStyle: 'medium',
});

/** The texts that stand for one list alone. */
function uniqueOf(texts: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Set(texts.filter((text) => counts.get(text) === 1));
}

/** The kept lists by their days; several of one day by their moments, of one minute by seconds. */
export function dayOptions(kept: readonly Snapshot[]): DayOption[] {
  const days = uniqueOf(kept.map(({ asOf }) => formatDay(asOf)));
  const minutes = uniqueOf(kept.map(({ asOf }) => formatMoment(asOf)));
  return kept.map(({ seq, asOf }) => {
    const day = formatDay(asOf);
    const minute = formatMoment(asOf);
    const second = isolate(toTheSecond.format(new Date(asOf)));
    return { seq, label: days.has(day) ? day : minutes.has(minute) ? minute : second };
  });
}

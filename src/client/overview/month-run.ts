import { type MonthIndex, monthFromText, monthText } from '../fields/month-counts.ts';

/** The first and the last of a run of months, by their places among those of the picture. */
export interface Run {
  from: number;
  to: number;
}

/** The months of the filter by their places behind the first one of the picture. */
export function runOf(rented: string | null, first: MonthIndex): Run | null {
  if (rented === null) return null;
  const [from, to] = rented.split('..').map((text) => monthFromText(text) - first);
  return { from: from!, to: to! };
}

/** A run as the filter has it. */
export const rentedOf = ({ from, to }: Run, first: MonthIndex): string =>
  `${monthText(first + from)}..${monthText(first + to)}`;

/**
 * A run with another end. The other one gives way where it would be passed; a run of every month is
 * no choice.
 *
 * @param last the last place of the picture, whose first is 0.
 */
export function withEnd(run: Run | null, end: Partial<Run>, last: number): Run | null {
  const { from, to } = { from: 0, to: last, ...run, ...end };
  const next =
    end.from === undefined ? { from: Math.min(from, to), to } : { from, to: Math.max(from, to) };
  return next.from <= 0 && next.to >= last ? null : next;
}

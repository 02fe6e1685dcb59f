import { type MonthIndex, monthFromText, monthText } from '../fields/rented-months.ts';

/** The first and the last month of a run, as indices into the months of the picture. */
export interface Run {
  from: number;
  to: number;
}

/** The months of the filter as a run, or null without a filter. */
export function runOf(rented: string | null, first: MonthIndex): Run | null {
  if (rented === null) return null;
  const [from, to] = rented.split('..').map((text) => monthFromText(text) - first);
  return { from: from!, to: to! };
}

/** A run as the value of the filter. */
export const rentedOf = ({ from, to }: Run, first: MonthIndex): string =>
  `${monthText(first + from)}..${monthText(first + to)}`;

/**
 * A run with one end changed. The other end moves along if it would be passed. A run of all months is
 * no filter.
 *
 * @param last the index of the last month of the picture.
 */
export function withEnd(run: Run | null, end: Partial<Run>, last: number): Run | null {
  const { from, to } = { from: 0, to: last, ...run, ...end };
  const next =
    end.from === undefined ? { from: Math.min(from, to), to } : { from, to: Math.max(from, to) };
  return next.from <= 0 && next.to >= last ? null : next;
}

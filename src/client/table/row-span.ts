/** Rows in view: the index of the first, and how many there is room for. */
export interface RowSpan {
  first: number;
  visible: number;
  /** How many more are kept ready above and below. */
  overscan: number;
}

/** For a frame in which the reader scrolls faster than we draw. */
const restingOverscan = 12;

/**
 * How many rows to keep ready around those in view after a step from one first row to another: none
 * in a fling, whose next frame shows none of them and would only be late for having drawn them.
 */
export const overscanAfter = (from: number, to: number) =>
  Math.abs(to - from) > 2 * restingOverscan ? 0 : restingOverscan;

export interface RowWindow {
  /** The rows in view, from the first to before the last. */
  seenFrom: number;
  seenTo: number;
  /** These and the ones kept ready around them, which follow one another in the document. */
  from: number;
  to: number;
  /** All rows in the document, ascending: those, and the kept one wherever it is. */
  indexes: number[];
}

/**
 * The rows to have in the document: those of a span with some around it, and one more wherever that
 * is.
 *
 * @param kept the index of a row that stays, or -1.
 */
export function rowsInWindow(
  { first, visible, overscan }: RowSpan,
  count: number,
  kept: number,
): RowWindow {
  const seenFrom = Math.max(0, Math.min(first, count - visible));
  const seenTo = Math.min(count, first + visible);
  const from = Math.max(0, seenFrom - overscan);
  const to = Math.min(count, seenTo + overscan);
  const indexes = Array.from({ length: to - from }, (_, at) => from + at);
  if (kept >= 0 && kept < from) indexes.unshift(kept);
  if (kept >= to && kept < count) indexes.push(kept);
  return { seenFrom, seenTo, from, to, indexes };
}

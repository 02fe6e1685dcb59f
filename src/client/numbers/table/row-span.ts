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

/**
 * The rows to have in the document, ascending: those of a span with some around it, and one more
 * wherever that is.
 *
 * @param kept the index of a row that stays, or -1.
 */
export function rowsInWindow(
  { first, visible, overscan }: RowSpan,
  count: number,
  kept: number,
): number[] {
  const from = Math.max(0, Math.min(first, count - visible) - overscan);
  const to = Math.min(count, first + visible + overscan);
  const indexes = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
  if (kept < 0 || kept >= count) return indexes;
  if (kept < from) return [kept, ...indexes];
  return kept >= to ? [...indexes, kept] : indexes;
}

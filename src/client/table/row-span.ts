/** Rows in view: the index of the first, and how many there is room for. */
export interface RowSpan {
  first: number;
  visible: number;
  /** How many more rows are drawn above and below. */
  overscan: number;
}

/** Extra rows on each side, in view when the reader scrolls faster than rows are drawn. */
const restingOverscan = 12;

/**
 * How many rows to draw around the visible ones after the first visible row has changed. A fling
 * gets none: its next frame shows other rows, and drawing extra rows would only delay that frame.
 */
export const overscanAfter = (from: number, to: number) =>
  Math.abs(to - from) > 2 * restingOverscan ? 0 : restingOverscan;

interface RowWindow {
  /** The rows in view, from the first to before the last. */
  seenFrom: number;
  seenTo: number;
  /** Visible rows and the extra rows around them, which are neighbours in the document. */
  from: number;
  to: number;
  /** Indexes of all rows in the document, ascending: this span and the kept row. */
  indexes: number[];
}

/**
 * The rows of the document: a span with some rows around it, and one kept row anywhere in the list.
 *
 * @param kept the index of the kept row, or -1.
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

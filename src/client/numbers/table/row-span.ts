/** Rows in view: the index of the first, and how many there is room for. */
export interface RowSpan {
  first: number;
  visible: number;
}

/** Rows kept ready above and below, for a frame in which the reader scrolls faster than we draw. */
const overscan = 12;

/**
 * The rows to have in the document, ascending: those of a span with some around it, and one more
 * wherever that is.
 *
 * @param kept the index of a row that stays, or -1.
 */
export function rowsInWindow({ first, visible }: RowSpan, count: number, kept: number): number[] {
  const from = Math.max(0, Math.min(first, count - visible) - overscan);
  const to = Math.min(count, first + visible + overscan);
  const indexes = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
  if (kept < 0 || kept >= count) return indexes;
  if (kept < from) return [kept, ...indexes];
  return kept >= to ? [...indexes, kept] : indexes;
}

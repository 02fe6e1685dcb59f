import type { RowView } from '../list/row-list.ts';

/** The start of a range, and the selection before it. */
export interface RangeStart {
  number_sid: string;
  before: ReadonlySet<string>;
}

/** Adds the rows from where a range began to an index, in the order shown; rows need not be on screen. */
export function selectRange(rows: RowView, start: RangeStart, to: number): ReadonlySet<string> {
  const from = rows.findIndex((row) => row.number_sid === start.number_sid);
  const selected = new Set(start.before);
  // When the first row is no longer shown, the range is its last row alone.
  const [first, last] = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
  for (let index = first; index <= last; index += 1) {
    const row = rows.at(index);
    if (row) selected.add(row.number_sid);
  }
  return selected;
}

/** All shown rows, added to the earlier selection. */
export function selectAll(rows: RowView, before: ReadonlySet<string>): ReadonlySet<string> {
  const selected = new Set(before);
  for (let index = 0; index < rows.length; index += 1) {
    // Every index below the length has its row.
    selected.add(rows.at(index)!.number_sid);
  }
  return selected;
}

export function toggleRow(selected: ReadonlySet<string>, number_sid: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(number_sid)) next.add(number_sid);
  return next;
}

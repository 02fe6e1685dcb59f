import type { NumberPage, RentedNumber } from '#contract/number.ts';

/** Everything loaded for one set of filters: each number once, in the order it was first seen. */
export interface RowSet {
  readonly rows: readonly RentedNumber[];
  /** Rows that arrived broken and were left out by the server. */
  readonly skipped: number;
}

export const emptyRowSet: RowSet = { rows: [], skipped: 0 };

const isNewer = (a: RentedNumber, b: RentedNumber) =>
  Date.parse(a.updated) >= Date.parse(b.updated);

/**
 * Merges pages into a row set, page by page: of a page that was merged before nothing is looked at
 * again, only its references are copied into the next result. A number that comes twice is kept once,
 * in its first place, with the content that was updated last.
 */
export function createRowSetMerger() {
  let merged: NumberPage[] = [];
  let index = new Map<string, number>();
  let rows: RentedNumber[] = [];
  let result = emptyRowSet;

  function add(page: NumberPage) {
    for (const row of page.numbers) {
      const at = index.get(row.number_sid);
      if (at === undefined) {
        index.set(row.number_sid, rows.length);
        rows.push(row);
      } else if (isNewer(row, rows[at]!)) {
        rows[at] = row;
      }
    }
    merged.push(page);
  }

  return function merge(pages: readonly NumberPage[]): RowSet {
    const known = merged.length;
    const continues =
      known <= pages.length && merged[0] === pages[0] && merged[known - 1] === pages[known - 1];
    if (!continues || known === 0) {
      merged = [];
      index = new Map();
      rows = [];
      result = emptyRowSet;
    }
    if (merged.length === pages.length) return result;
    let { skipped } = result;
    for (const page of pages.slice(merged.length)) {
      add(page);
      skipped += page.skipped;
    }
    // A copy of the references: what was handed out before never changes.
    result = { rows: rows.slice(), skipped };
    return result;
  };
}

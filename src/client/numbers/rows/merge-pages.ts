import type { NumberPage } from '#contract/number.ts';
import { createRowSet, type RowSet } from './row-set.ts';

/** The pages of one list as one set. Another object for each change of the set. */
export interface MergedPages {
  readonly set: RowSet;
  /** Rows that arrived broken and were left out by the server. */
  readonly skipped: number;
}

/**
 * Merges pages into a row set, page by page: nothing is looked at again that was merged before, so
 * the five thousandth page costs what the first one did. A number that comes twice is kept once, in
 * its first place, with the content that was updated last.
 */
export function createPageMerger() {
  let first: NumberPage | undefined;
  let last: NumberPage | undefined;
  let count = 0;
  let merged: MergedPages = { set: createRowSet(), skipped: 0 };

  return function merge(pages: readonly NumberPage[]): MergedPages {
    const continues = count <= pages.length && pages[0] === first && pages[count - 1] === last;
    if (!continues || count === 0) {
      count = 0;
      merged = { set: createRowSet(), skipped: 0 };
    }
    if (count === pages.length) return merged;
    let { skipped } = merged;
    for (const page of pages.slice(count)) {
      for (const row of page.numbers) merged.set.put(row);
      skipped += page.skipped;
    }
    count = pages.length;
    first = pages[0];
    last = pages[count - 1];
    merged = { set: merged.set, skipped };
    return merged;
  };
}

import type { NumberPage } from '#contract/number.ts';
import { createRowSet, type RowSet } from './row-set.ts';

/** The pages of one list as one set. Every change of the set makes a new object. */
interface MergedPages {
  readonly set: RowSet;
  /** Rows that arrived broken and were left out by the server. */
  readonly skipped: number;
  /** Whether more pages follow although the latest ones brought no new number. */
  readonly isEndless: boolean;
}

/** After so many pages in a row without a new number, the list is taken to be endless. */
const mostStalePages = 10;

const nothing = (): MergedPages => ({ set: createRowSet(), skipped: 0, isEndless: false });

/**
 * Merges pages into a row set. Merged pages are not read again, so the five-thousandth page costs as
 * much as the first. A number that comes twice is kept once, in its first place, with its latest
 * content.
 */
export function createPageMerger() {
  let first: NumberPage | undefined;
  let last: NumberPage | undefined;
  let count = 0;
  let stalePages = 0;
  let merged = nothing();

  return function merge(pages: readonly NumberPage[]): MergedPages {
    const continues = pages[0] === first && pages[count - 1] === last;
    if (!continues) {
      count = 0;
      stalePages = 0;
      merged = nothing();
    }
    if (count === pages.length) return merged;
    let { skipped } = merged;
    for (const page of pages.slice(count)) {
      const before = merged.set.rows.length;
      // A copy: the set writes shared values into its rows, and pages belong to Query's cache.
      for (const row of page.numbers) merged.set.put({ ...row });
      skipped += page.skipped;
      stalePages = merged.set.rows.length > before ? 0 : stalePages + 1;
    }
    count = pages.length;
    first = pages[0];
    last = pages[count - 1];
    const isEndless = stalePages > mostStalePages && last?.next !== null;
    merged = { set: merged.set, skipped, isEndless };
    return merged;
  };
}

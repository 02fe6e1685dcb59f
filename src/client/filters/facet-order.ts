import { compareTexts } from '../lib/format.ts';

type Counts = ReadonlyMap<string, number>;

/** The loaded rows as one facet sees them. */
export interface FacetRows {
  /** The same for all rows of one list. */
  list: string;
  /** All loaded rows by value. */
  counts: Counts;
  /** How many rows are loaded, and whether they are the whole list. */
  loaded: number;
  isWhole: boolean;
  /** Whether the rows stay: those of an unfinished walk go when it is given up. */
  isKept: boolean;
  /** Whether nothing may move: the reader is at the facet or searches, or the facet filters the list. */
  isHeld: boolean;
}

/** An order, with the list and the rows that decided it. */
interface Ordered {
  order: readonly string[];
  list: string | null;
  loaded: number;
}

/**
 * The values of a facet in their order, those of the most rows first: values of the loaded rows, then
 * those of earlier lists that were kept. The order changes only when the list has doubled, is whole, or
 * is another one. Until then new values come last.
 */
export function createFacetOrder() {
  /** The most rows of each value in one of the lists that were kept. */
  const kept = new Map<string, number>();
  let now: Ordered = { order: [], list: null, loaded: 0 };
  /** From before an unfinished walk; comes back if the walk is given up. */
  let before: Ordered | null = null;

  /** @param label by which values with equally many rows are ordered. */
  return function orderOf(
    { list, counts, loaded, isWhole, isKept, isHeld }: FacetRows,
    label: (value: string) => string,
  ): readonly string[] {
    if (isKept) {
      if (before !== null && !isWhole) now = before;
      before = null;
      for (const [value, count] of counts) kept.set(value, Math.max(count, kept.get(value) ?? 0));
    } else {
      before ??= now;
    }
    const here = (value: string) => counts.get(value) ?? 0;
    const elsewhere = (value: string) => kept.get(value) ?? 0;
    const byRank = (a: string, b: string) =>
      here(b) - here(a) || elsewhere(b) - elsewhere(a) || compareTexts(label(a), label(b));
    const seen = new Set([...kept.keys(), ...counts.keys()]);
    const isOther =
      list !== now.list ||
      loaded < now.loaded ||
      loaded >= 2 * now.loaded ||
      (isWhole && loaded !== now.loaded);
    if (isOther && !isHeld && loaded > 0) {
      now = { order: [...seen].sort(byRank), list, loaded };
      return now.order;
    }
    const known = new Set(now.order);
    const staying = now.order.filter((value) => seen.has(value));
    const added = [...seen].filter((value) => !known.has(value)).sort(byRank);
    if (added.length > 0 || staying.length < now.order.length) {
      now = { ...now, order: [...staying, ...added] };
    }
    return now.order;
  };
}

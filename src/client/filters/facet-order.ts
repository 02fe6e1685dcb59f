import { compareTexts } from '../lib/format.ts';

type Counts = ReadonlyMap<string, number>;

/** The loaded rows as one facet sees them. */
export interface FacetRows {
  /** All loaded rows by value. */
  counts: Counts;
  /** How many rows are loaded, and whether they are the whole list. */
  loaded: number;
  isWhole: boolean;
  /** Whether the rows stay: those of an unfinished walk go when it is given up. */
  isKept: boolean;
  /** Whether nothing may move: the reader is at the facet, or searches. */
  isHeld: boolean;
}

/**
 * The values of a facet in their order, those of the most rows first: values of the loaded rows, and of
 * earlier lists that were kept. The order changes only when the list has doubled, is whole, or is
 * another one. Until then new values come last.
 */
export function createFacetOrder() {
  /** The most rows of each value in one of the lists that were kept. */
  const kept = new Map<string, number>();
  let order: readonly string[] = [];
  let ordered = 0;
  /** From before an unfinished walk; comes back if the walk is given up. */
  let before: { order: readonly string[]; ordered: number } | null = null;

  /** @param label by which values with equally many rows are ordered. */
  return function orderOf(
    { counts, loaded, isWhole, isKept, isHeld }: FacetRows,
    label: (value: string) => string,
  ): readonly string[] {
    if (isKept) {
      if (before !== null && !isWhole) ({ order, ordered } = before);
      before = null;
      for (const [value, count] of counts) kept.set(value, Math.max(count, kept.get(value) ?? 0));
    } else {
      before ??= { order, ordered };
    }
    const rank = (value: string) => Math.max(counts.get(value) ?? 0, kept.get(value) ?? 0);
    const byRank = (a: string, b: string) => rank(b) - rank(a) || compareTexts(label(a), label(b));
    const seen = new Set([...kept.keys(), ...counts.keys()]);
    const isOther = loaded < ordered || loaded >= 2 * ordered || (isWhole && loaded !== ordered);
    if (isOther && !isHeld && loaded > 0) {
      order = [...seen].sort(byRank);
      ordered = loaded;
      return order;
    }
    const known = new Set(order);
    const staying = order.filter((value) => seen.has(value));
    const added = [...seen].filter((value) => !known.has(value)).sort(byRank);
    if (added.length > 0 || staying.length < order.length) order = [...staying, ...added];
    return order;
  };
}

import { isFilterText } from '#contract/filters.ts';
import { compareTexts } from '../lib/format.ts';

export interface FacetValue {
  value: string;
  /** The loaded rows with the value; 0 for a value seen only under other filters. */
  count: number;
}

/**
 * The values that a facet offers: every value seen so far that the API can filter by, and the
 * selected values. The value with the most loaded rows comes first.
 *
 * @param ranking earlier counts, which decide the order: the list must not jump under the pointer
 * with every page that arrives.
 */
export function facetValues(
  seen: Iterable<string>,
  counts: ReadonlyMap<string, number>,
  ranking: ReadonlyMap<string, number>,
  label: (value: string) => string,
): FacetValue[] {
  return [...new Set(seen)]
    .filter(isFilterText)
    .map((value) => ({ value, count: counts.get(value) ?? 0, rank: ranking.get(value) ?? 0 }))
    .sort((a, b) => b.rank - a.rank || compareTexts(label(a.value), label(b.value)))
    .map(({ value, count }) => ({ value, count }));
}

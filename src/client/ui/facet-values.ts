import { isFilterText } from '#contract/filters.ts';

export interface FacetValue {
  value: string;
  /** Loaded rows with it; 0 for a value that was seen under other filters. */
  count: number;
}

/**
 * The values a facet offers: every one seen so far that can be asked for, the selected one too, most
 * loaded rows first.
 *
 * @param ranking counts of an earlier moment that decide the order, so that the list does not
 * jump under the pointer with every page that arrives.
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
    .sort((a, b) => b.rank - a.rank || label(a.value).localeCompare(label(b.value)))
    .map(({ value, count }) => ({ value, count }));
}

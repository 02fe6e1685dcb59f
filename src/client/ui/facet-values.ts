import { isFilterText } from '#contract/filters.ts';
import { compareTexts } from '../lib/format.ts';

export interface FacetValue {
  value: string;
  /** The loaded rows with the value; 0 for a value seen only under other filters. */
  count: number;
}

/**
 * The values that a facet offers, each once, if the API can filter by it: the ordered ones first, then
 * the others by their label.
 */
export function facetValues(
  ordered: readonly string[],
  others: Iterable<string>,
  counts: ReadonlyMap<string, number>,
  label: (value: string) => string,
): FacetValue[] {
  const rest = [...others].sort((a, b) => compareTexts(label(a), label(b)));
  return [...new Set([...ordered, ...rest])]
    .filter(isFilterText)
    .map((value) => ({ value, count: counts.get(value) ?? 0 }));
}

/**
 * The values that a facet shows before it is opened: the first ones, the selected ones, and as many
 * values with rows. A value that matches a search is so in sight, and no other one moves for it.
 */
export function shownFirst(
  values: readonly FacetValue[],
  selected: readonly string[],
  most: number,
): readonly FacetValue[] {
  let withRows = 0;
  return values.filter(({ value, count }, at) => {
    if (count > 0) withRows += 1;
    const isMatch = count > 0 && withRows <= most;
    return at < most || isMatch || selected.includes(value);
  });
}

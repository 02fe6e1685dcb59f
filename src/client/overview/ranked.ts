import { isFilterText } from '#contract/filters.ts';
import { compareTexts } from '../lib/format.ts';

/**
 * The values that the API can filter by, by falling count, then by their labels. A chosen one stays
 * without numbers, so that it can be given up.
 */
export const ranked = (
  counts: ReadonlyMap<string, number>,
  chosen: readonly string[],
  label: (value: string) => string,
): [value: string, count: number][] =>
  [...new Map([...chosen.map((value) => [value, 0] as const), ...counts])]
    .filter(([value]) => isFilterText(value))
    .sort((a, b) => b[1] - a[1] || compareTexts(label(a[0]), label(b[0])));

export const sumOf = (counts: Iterable<number>) => {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
};

import { isFilterText } from '#contract/filters.ts';
import { compareTexts } from '../lib/format.ts';
import { formatPercent } from '../lib/format-percent.ts';
import * as words from './words.ts';

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

/**
 * `7%`. Some numbers are never `0%`, and less than all never `100%`: `<1%`, `>99%`.
 *
 * @param digits after the decimal point.
 */
export function shareWords(count: number, of: number, digits: 0 | 1 = 0): string {
  const format = (part: number) => formatPercent(part, digits);
  const share = of === 0 ? 0 : count / of;
  const least = 10 ** (-2 - digits);
  if (count > 0 && share < least) return words.lessThan(format(least));
  if (count < of && share > 1 - least) return words.moreThan(format(1 - least));
  return format(share);
}

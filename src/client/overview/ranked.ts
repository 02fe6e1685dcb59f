import { compareTexts } from '../lib/format.ts';

/** Values by falling count, then by their labels. */
export const ranked = (
  counts: ReadonlyMap<string, number>,
  label: (value: string) => string,
): [value: string, count: number][] =>
  [...counts].sort((a, b) => b[1] - a[1] || compareTexts(label(a[0]), label(b[0])));

export const sumOf = (counts: Iterable<number>) => {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
};

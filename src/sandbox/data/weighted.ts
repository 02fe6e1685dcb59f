import type { Random } from './random.ts';

/**
 * A chooser that returns each value in proportion to its weight.
 * Throws RangeError when no value weighs anything.
 */
export function weighted<T>(entries: readonly (readonly [T, number])[]): (random: Random) => T {
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  const heaviest = entries.toSorted((a, b) => b[1] - a[1]);
  const fallback = heaviest[0];
  if (fallback === undefined || total <= 0) throw new RangeError('Nothing weighs anything');
  return (random) => {
    let left = random.next() * total;
    // Heaviest first: most draws end within the first few entries.
    for (const [value, weight] of heaviest) {
      left -= weight;
      if (left < 0) return value;
    }
    return fallback[0];
  };
}

import { formatPercent } from '../lib/format-percent.ts';
import * as words from './words.ts';

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

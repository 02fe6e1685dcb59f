import { isolate } from './format.ts';

const percents = [0, 1].map(
  (digits) =>
    new Intl.NumberFormat(undefined, {
      style: 'percent',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }),
);

/**
 * A share in per cent, in the reader's digits: 0.45 is `45%`.
 *
 * @param digits after the decimal point.
 */
export const formatPercent = (share: number, digits: 0 | 1 = 0): string =>
  isolate(percents[digits]!.format(share));

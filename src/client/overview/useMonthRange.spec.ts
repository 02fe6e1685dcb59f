import { expect, test } from 'vitest';
import { stepFrom } from './useMonthRange.ts';

test.each([
  [5, 'next', 6],
  [5, 'previous', 4],
  [0, 'previous', 0],
  [99, 'next', 99],
  [50, 'nextYear', 62],
  [50, 'previousYear', 38],
  [50, 'first', 0],
  [50, 'last', 99],
] as const)('from %i %s leads to %s of 100', (at, move, expected) => {
  expect(stepFrom(at, move, 100)).toBe(expected);
});

import { expect, test } from 'vitest';
import { stepFrom } from './useMonthRange.ts';

test.each([
  [5, 'ArrowRight', 6],
  [5, 'ArrowLeft', 4],
  [0, 'ArrowLeft', 0],
  [99, 'ArrowRight', 99],
  [50, 'PageUp', 62],
  [50, 'PageDown', 38],
  [50, 'Home', 0],
  [50, 'End', 99],
  [50, 'x', null],
])('from %i %s leads to %s of 100', (at, key, expected) => {
  expect(stepFrom(at, key, 100)).toBe(expected);
});

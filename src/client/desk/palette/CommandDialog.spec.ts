import { expect, test } from 'vitest';
import { moveChoice } from './CommandDialog.tsx';

test.each([
  [0, 'ArrowDown', 3, 1],
  [2, 'ArrowDown', 3, 0],
  [0, 'ArrowUp', 3, 2],
  [0, 'PageDown', 30, 8],
  [28, 'PageDown', 30, 29],
  [3, 'PageUp', 30, 0],
  [0, 'ArrowDown', 0, null],
  [1, 'Home', 3, null],
])('from %i, %s of %i goes to %s', (at, key, count, to) => {
  expect(moveChoice(at, key, count)).toBe(to);
});

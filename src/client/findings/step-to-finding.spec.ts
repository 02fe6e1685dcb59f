import { expect, test } from 'vitest';
import { stepToFinding } from './step-to-finding.ts';

// Shown in another order than loaded; the row at position 4 is not checked yet.
const positions = Uint32Array.of(3, 1, 4, 0, 2);
const open = Uint32Array.of(1, 0, 8, 2);

test.each([
  [-1, 1, 0],
  [0, 1, 3],
  [3, 1, 4],
  [4, 1, -1],
  [4, -1, 3],
  [3, -1, 0],
  [0, -1, -1],
  [-1, -1, -1],
  [99, -1, 4],
] as const)('from %i by %i to %i', (at, by, to) => {
  expect(stepToFinding(positions, open, at, by)).toBe(to);
});

test('a place between two rows leads to either of them', () => {
  expect(stepToFinding(positions, open, 3.5, 1)).toBe(4);
  expect(stepToFinding(positions, open, 3.5, -1)).toBe(3);
});

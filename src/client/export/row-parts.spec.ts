import { expect, test } from 'vitest';
import { joinCells, rowParts, rowsPerPart } from './row-parts.ts';

test('every row is in one part, in order, and no part is longer than it may be', () => {
  for (const count of [0, 1, rowsPerPart, rowsPerPart + 1, 3 * rowsPerPart - 1]) {
    const parts = [...rowParts(count, (row) => `${row} `)];
    expect(parts).toHaveLength(Math.ceil(count / rowsPerPart));
    expect(parts.join('')).toBe(Array.from({ length: count }, (_, row) => `${row} `).join(''));
  }
});

test('cells are joined in their order', () => {
  const line = joinCells([(row) => `a${row}`, () => '', (row) => `c${row}`], ';');
  expect(line(7)).toBe('a7;;c7');
  expect(joinCells([], ';')(7)).toBe('');
});

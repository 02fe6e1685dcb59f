import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mapSteps, shadeCount, shadeOf } from './map-steps.ts';

const ranges = (counts: number[]) => mapSteps(counts).map(({ from, to }) => [from, to]);
const shades = (counts: number[]) => mapSteps(counts).map(({ shade }) => shade);

test('a few countries with most of the numbers do not take the shades of all others', () => {
  const counts = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 100_000];
  expect(ranges(counts)).toEqual([
    [1, 2],
    [3, 7],
    [8, 20],
    [21, 54],
    [55, 143],
    [144, 376],
    [377, 100_000],
  ]);
  expect(shades(counts)).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test('fewer counts than shades have a step each, and the largest has the last shade', () => {
  expect(ranges([7, 7, 7])).toEqual([[7, 7]]);
  expect(shades([7, 7, 7])).toEqual([6]);
  expect(ranges([1, 40])).toEqual([
    [1, 39],
    [40, 40],
  ]);
  expect(shades([1, 2, 3, 4])).toEqual([0, 2, 4, 6]);
  expect(mapSteps([])).toEqual([]);
  expect(mapSteps([0])).toEqual([]);
});

test('whatever the counts, the ranges follow on each other, none is without a country, and more is never lighter', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1 }), (counts) => {
      const steps = mapSteps(counts);
      expect(steps.length).toBeLessThanOrEqual(shadeCount);
      expect(steps[0]!.from).toBe(Math.min(...counts));
      expect(steps.at(-1)!.to).toBe(Math.max(...counts));
      for (const [at, { from, to }] of steps.entries()) {
        expect(to).toBeGreaterThanOrEqual(from);
        if (at > 0) expect(from).toBe(steps[at - 1]!.to + 1);
        expect(counts.some((count) => count >= from && count <= to)).toBe(true);
      }
      const inOrder = counts.toSorted((a, b) => a - b).map((count) => shadeOf(steps, count)!);
      expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
      expect(new Set(steps.map(({ shade }) => shade)).size).toBe(steps.length);
    }),
  );
});

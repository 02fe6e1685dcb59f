import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mapSteps, stepOf } from './map-steps.ts';

test('shades begin at equal factors', () => {
  expect(mapSteps([1, 10_000])).toEqual([1, 10, 100, 1000]);
  expect(mapSteps([1, 2])).toEqual([1, 2]);
  expect(mapSteps([])).toEqual([1]);
});

test('every count has a shade, and more numbers never a lighter one', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1 }), (counts) => {
      const steps = mapSteps(counts);
      expect(steps.length).toBeLessThanOrEqual(4);
      const shades = counts.toSorted((a, b) => a - b).map((count) => stepOf(steps, count));
      expect(shades).toEqual(shades.toSorted((a, b) => a - b));
    }),
  );
});

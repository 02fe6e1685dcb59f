import { expect, test } from 'vitest';
import { createRandom } from './random.ts';
import { weighted } from './weighted.ts';

test('repeats itself for a seed and differs for another', () => {
  const draw = (seed: number) => createRandom(seed).hex(64);
  expect(draw(1)).toBe(draw(1));
  expect(draw(1)).not.toBe(draw(2));
  expect(draw(1)).toMatch(/^[0-9a-f]{64}$/);
});

test('chooses in proportion to weight', () => {
  const random = createRandom(3);
  const choose = weighted([
    ['often', 90],
    ['seldom', 10],
  ]);
  const often = Array.from({ length: 5000 }, () => choose(random)).filter((it) => it === 'often');
  expect(often.length / 5000).toBeCloseTo(0.9, 1);
});

test('refuses to choose from nothing', () => {
  expect(() => weighted([])).toThrow(RangeError);
  expect(() => createRandom(1).pick([])).toThrow(RangeError);
});

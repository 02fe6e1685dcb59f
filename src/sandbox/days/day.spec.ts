import { expect, test } from 'vitest';
import { generateNumbers } from '../data/generate-numbers.ts';
import { createRandom } from '../data/random.ts';
import { beginDay } from './day.ts';

test('each number is picked once, in no order, and given back ones never', () => {
  const [gone, ...rows] = generateNumbers(30, 1, 'acc1');
  const list = [null, ...rows];
  const day = beginDay(list, { midnight: 0, random: createRandom(1), taken: new Set() });
  const picked = [...day.pick(10), ...day.pick(0), ...day.pick(100)];
  const places = picked.map(({ at }) => at);
  expect(places.toSorted((a, b) => a - b)).toEqual(rows.map((_, at) => at + 1));
  expect(places).not.toEqual(places.toSorted((a, b) => a - b));
  expect(picked.every(({ at, row }) => row === list[at] && row !== gone)).toBe(true);
  expect(day.pick(1)).toEqual([]);
});

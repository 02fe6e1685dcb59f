import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPage, type PageStart } from './find-page.ts';

const positions = fc
  .uniqueArray(fc.nat({ max: 60 }), { maxLength: 40 })
  .map((list) => list.toSorted((a, b) => a - b));
const limits = fc.integer({ min: 1, max: 20 });
const places = fc.nat({ max: 60 });

function page(list: readonly number[], from: PageStart, limit: number) {
  const { start, end } = findPage(Uint32Array.from(list), from, limit);
  return list.slice(start, end);
}

test('takes the rows right after a position, whether or not that row matches', () => {
  fc.assert(
    fc.property(positions, places, limits, (list, position, limit) => {
      const expected = list.filter((it) => it > position).slice(0, limit);
      expect(page(list, { kind: 'after', position }, limit)).toEqual(expected);
    }),
  );
});

test('takes the rows right before a position', () => {
  fc.assert(
    fc.property(positions, places, limits, (list, position, limit) => {
      const expected = list.filter((it) => it < position).slice(-limit);
      expect(page(list, { kind: 'before', position }, limit)).toEqual(expected);
    }),
  );
});

test('skips by offset, past the end too', () => {
  expect(page([1, 2, 3], { kind: 'top' }, 2)).toEqual([1, 2]);
  expect(page([1, 2, 3], { kind: 'offset', offset: 2 }, 2)).toEqual([3]);
  expect(page([1, 2, 3], { kind: 'offset', offset: 9 }, 2)).toEqual([]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstTurn, nextTurn, type PageTurn, partsUnasked } from './page-turns.ts';

/** Reads parts of so many pages each; returns the part of each page in the order of reading. */
function read(pagesOfParts: readonly number[]): { order: number[]; unasked: number[] } {
  const order: number[] = [];
  const unasked: number[] = [];
  let turn: PageTurn | null = firstTurn(pagesOfParts.length);
  while (turn !== null) {
    const { part, cursor } = turn;
    order.push(part);
    unasked.push(partsUnasked(turn));
    const page = cursor === null ? 1 : Number(cursor) + 1;
    turn = nextTurn(page < pagesOfParts[part]! ? String(page) : null, turn);
  }
  return { order, unasked };
}

test('one part is read page after page', () => {
  expect(read([3])).toEqual({ order: [0, 0, 0], unasked: [0, 0, 0] });
});

test('several parts take turns, and a part that has ended is passed over', () => {
  expect(read([3, 1, 2]).order).toEqual([0, 1, 2, 0, 2, 0]);
});

test('the first page of every part comes before any second page, and is counted until then', () => {
  expect(read([2, 2, 2]).unasked).toEqual([2, 1, 0, 0, 0, 0]);
});

test('every page of every part is read once', () => {
  const anyParts = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(anyParts, (parts) => {
      const { order } = read(parts);
      expect(parts.map((_, part) => order.filter((one) => one === part).length)).toEqual(parts);
    }),
  );
});

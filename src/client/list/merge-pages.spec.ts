import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NumberPage, RentedNumber } from '#contract/number.ts';
import { anyMoment, numberPage, rentedNumber } from '../fields/test-rows.ts';
import { createPageMerger } from './merge-pages.ts';

const rowsOf = (pages: NumberPage[], merge = createPageMerger()) => [...merge(pages).set.rows];

/** Few numbers and few moments: most come twice, and many twice with the same `updated`. */
const anyPages: fc.Arbitrary<NumberPage[]> = fc
  .array(
    fc.record({
      rows: fc.array(fc.record({ sid: fc.nat(12), updated: anyMoment }), { maxLength: 6 }),
      skipped: fc.nat(3),
    }),
    { maxLength: 8 },
  )
  .map((pages) =>
    pages.map(({ rows, skipped }, page) =>
      numberPage(
        rows.map(({ sid, updated }, place) =>
          rentedNumber({ number_sid: `num${sid}`, updated, name: `page ${page}, place ${place}` }),
        ),
        { skipped },
      ),
    ),
  );

/** The row that was updated last; of equals, the one that arrived last. */
const latest = (rows: RentedNumber[]) =>
  rows.reduce((best, row) =>
    Date.parse(row.updated ?? '') < Date.parse(best.updated ?? '') ? best : row,
  );

test('every number once, where it was first seen, as it was updated last', () => {
  fc.assert(
    fc.property(anyPages, (pages) => {
      const all = pages.flatMap((page) => page.numbers);
      const expected = [...new Set(all.map((row) => row.number_sid))].map((sid) =>
        latest(all.filter((row) => row.number_sid === sid)),
      );
      const { set, skipped } = createPageMerger()(pages);
      expect(set.rows).toEqual(expected);
      expect(skipped).toBe(pages.reduce((sum, page) => sum + page.skipped, 0));
    }),
  );
});

test('a list that grows page by page, asked for again and again, is the same list', () => {
  fc.assert(
    fc.property(anyPages, (pages) => {
      const merge = createPageMerger();
      for (let count = 0; count < pages.length; count += 1) {
        merge(pages.slice(0, count));
        merge(pages.slice(0, count));
      }
      expect(rowsOf(pages, merge)).toEqual(rowsOf(pages));
      expect(merge(pages).skipped).toBe(createPageMerger()(pages).skipped);
    }),
  );
});

test('a set grows in place, and what is not new is the same object', () => {
  const merge = createPageMerger();
  const first = numberPage([rentedNumber({ number_sid: 'num1' })]);
  const second = numberPage([rentedNumber({ number_sid: 'num2' })]);
  const before = merge([first]);
  expect(merge([first])).toBe(before);
  const after = merge([first, second]);
  expect(after).not.toBe(before);
  expect(after.set).toBe(before.set);
});

test('another list starts afresh, also when nothing of it is loaded yet', () => {
  fc.assert(
    fc.property(anyPages, anyPages, (pages, others) => {
      const merge = createPageMerger();
      merge(pages);
      expect(rowsOf(others, merge)).toEqual(rowsOf(others));
    }),
  );
  const merge = createPageMerger();
  merge([numberPage([rentedNumber()], { skipped: 2 })]);
  expect(merge([])).toMatchObject({ skipped: 0, set: { rows: [] } });
});

test('a list that became shorter is the shorter one', () => {
  const merge = createPageMerger();
  const first = numberPage([rentedNumber({ number_sid: 'num1' })]);
  merge([first, numberPage([rentedNumber({ number_sid: 'num2' })], { skipped: 1 })]);
  expect(merge([first])).toMatchObject({ skipped: 0, set: { rows: first.numbers } });
});

test('before the first page there is nothing, and no sign of an endless list', () => {
  expect(createPageMerger()([])).toMatchObject({ skipped: 0, isEndless: false });
});

test('a later page that was read again brings its new rows', () => {
  const merge = createPageMerger();
  const [first, old, later] = ['num1', 'num2', 'num3'].map((number_sid) =>
    numberPage([rentedNumber({ number_sid })]),
  ) as [NumberPage, NumberPage, NumberPage];
  merge([first, old]);
  expect(rowsOf([first, later], merge)).toEqual([...first.numbers, ...later.numbers]);
});

test('a different first page is another list, even when a later page is the same', () => {
  const merge = createPageMerger();
  const [old, first, second] = ['num0', 'num1', 'num2'].map((number_sid) =>
    numberPage([rentedNumber({ number_sid })]),
  ) as [NumberPage, NumberPage, NumberPage];
  merge([old, second]);
  expect(rowsOf([first, second], merge)).toEqual([...first.numbers, ...second.numbers]);
});

test('O7 ten pages without a new number are borne, one more is not, unless it is the last', () => {
  const same = (next: string | null) => numberPage([rentedNumber({ number_sid: 'a' })], { next });
  const pages = Array.from({ length: 11 }, (_, at) => same(`c${at}`));
  expect(createPageMerger()(pages).isEndless).toBe(false);
  expect(createPageMerger()([...pages, same('x')]).isEndless).toBe(true);
  expect(createPageMerger()([...pages, numberPage([], { next: 'x' })]).isEndless).toBe(true);
  expect(createPageMerger()([...pages, same(null)]).isEndless).toBe(false);
  const merge = createPageMerger();
  merge([...pages, same('x')]);
  const further = numberPage([rentedNumber({ number_sid: 'b' })], { next: 'y' });
  expect(merge([...pages, same('x'), further]).isEndless).toBe(false);
});

test('pages stay as they arrived, because they belong to the cache', () => {
  const frozen = ['a', 'b', 'a'].map((number_sid) => Object.freeze(rentedNumber({ number_sid })));
  expect(rowsOf([numberPage(frozen)])).toHaveLength(2);
});

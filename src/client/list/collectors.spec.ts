import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RentedNumber } from '#contract/number.ts';
import { rentedNumber } from '../fields/test-rows.ts';
import { createComparison, createFilling } from './collectors.ts';
import { createRowSet } from './row-set.ts';
import { rowsOf, sidsOf } from './test-stream.ts';

const since = Date.UTC(2026, 10, 23, 12);

/** A whole list: few numbers of few contents, so that any two lists share many. */
const anyList = fc
  .uniqueArray(fc.record({ sid: fc.nat(15), name: fc.constantFrom('a', 'b') }), {
    selector: ({ sid }) => sid,
    maxLength: 16,
  })
  .map((rows) => rows.map(({ sid, name }) => rentedNumber({ number_sid: `num${sid}`, name })));

const bySid = (rows: Iterable<RentedNumber>) =>
  new Map([...rows].map((row) => [row.number_sid, row]));

/** Gives a collector a list in batches of this size. */
function takeAll(
  collector: { take(rows: readonly RentedNumber[]): void },
  rows: readonly RentedNumber[],
  batch: number,
) {
  for (let at = 0; at < rows.length; at += batch) collector.take(rows.slice(at, at + batch));
}

describe('filling', () => {
  test('rows can be used as they come, each counted once', () => {
    const set = createRowSet();
    const filling = createFilling(set);
    filling.take(rowsOf('a', 'b'));
    filling.take(rowsOf('b', 'c'));
    expect(sidsOf(set.rows)).toEqual(['a', 'b', 'c']);
    expect(filling.count).toBe(3);
  });

  test('rows that were loaded before count once they come again, and stay where they are', async () => {
    const set = createRowSet(rowsOf('a', 'b'));
    const filling = createFilling(set);
    expect(filling.count).toBe(0);
    filling.take(rowsOf('c', 'b', 'a'));
    expect(filling.count).toBe(3);
    const whole = await filling.finish();
    expect(whole).toBe(set);
    expect(sidsOf(whole.rows)).toEqual(['a', 'b', 'c']);
  });

  test('rows that did not come again are gone at the end, not before', async () => {
    const set = createRowSet(rowsOf('a', 'gone', 'b'));
    const filling = createFilling(set);
    filling.take(rowsOf('b', 'c', 'a'));
    expect(sidsOf(set.rows)).toEqual(['a', 'gone', 'b', 'c']);
    expect(sidsOf((await filling.finish()).rows)).toEqual(['a', 'b', 'c']);
  });

  test('whatever was there and whatever comes: at the end it is what came', async () => {
    await fc.assert(
      fc.asyncProperty(anyList, anyList, fc.integer({ min: 1, max: 5 }), async (old, now, by) => {
        const filling = createFilling(createRowSet(structuredClone(old)));
        takeAll(filling, structuredClone(now), by);
        expect(filling.count).toBe(now.length);
        expect(bySid((await filling.finish()).rows)).toEqual(bySid(now));
      }),
    );
  });
});

describe('comparison', () => {
  test('the set stays as it is until the walk is proven', async () => {
    const set = createRowSet(rowsOf('a', 'b', 'c'));
    const before = structuredClone(set.rows);
    const comparison = createComparison(set, since);
    comparison.take([rentedNumber({ number_sid: 'a', name: 'other' }), ...rowsOf('d', 'c')]);
    expect(comparison.count).toBe(3);
    expect(set.rows).toEqual(before);
    const { set: next, changes } = await comparison.finish();
    expect(next.rows.map(({ number_sid, name }) => [number_sid, name])).toEqual([
      ['a', 'other'],
      ['c', null],
      ['d', null],
    ]);
    expect(changes).toEqual({
      since,
      added: new Set(['d']),
      changed: new Set(['a']),
      gone: rowsOf('b'),
    });
  });

  test('a row that comes twice counts as what it was last', async () => {
    const set = createRowSet(rowsOf('a', 'b'));
    const comparison = createComparison(set, since);
    const named = (number_sid: string, name: string) => rentedNumber({ number_sid, name });
    comparison.take([named('a', 'other'), named('b', 'other'), named('c', 'first')]);
    comparison.take([...rowsOf('a'), named('b', 'another'), named('c', 'last')]);
    const { set: next, changes } = await comparison.finish();
    expect(changes.changed).toEqual(new Set(['b']));
    expect(next.rows.map(({ name }) => name)).toEqual([null, 'another', 'last']);
  });

  test('any list before, any list after: the set is the list after, the differences are exact', async () => {
    await fc.assert(
      fc.asyncProperty(anyList, anyList, fc.integer({ min: 1, max: 5 }), async (old, now, by) => {
        const comparison = createComparison(createRowSet(structuredClone(old)), since);
        takeAll(comparison, structuredClone(now), by);
        const { set, changes } = await comparison.finish();

        const [was, is] = [bySid(old), bySid(now)];
        const kept = old.filter(({ number_sid }) => is.has(number_sid));
        const added = now.filter(({ number_sid }) => !was.has(number_sid));
        expect(bySid(set.rows)).toEqual(is);
        expect(sidsOf(set.rows)).toEqual([...sidsOf(kept), ...sidsOf(added)]);
        expect(changes.added).toEqual(new Set(sidsOf(added)));
        expect(changes.gone).toEqual(old.filter(({ number_sid }) => !is.has(number_sid)));
        const changed = kept.filter((row) => is.get(row.number_sid)?.name !== row.name);
        expect(changes.changed).toEqual(new Set(sidsOf(changed)));
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnIds, columnSpec } from '../columns.ts';
import { anyRow, rentedNumber } from '../test-rows.ts';
import { sortRows } from './sort-rows.ts';

type SortValue = string | number | null;
const { compare: compareText } = new Intl.Collator(undefined, { sensitivity: 'base' });
const compare = (a: SortValue, b: SortValue) =>
  typeof a === 'number' && typeof b === 'number' ? a - b : compareText(String(a), String(b));
const isBlank = (value: SortValue) => value === null || value === '';

describe.each(columnIds)('by %s', (column) => {
  const { sortValue } = columnSpec(column);

  test.each([false, true])('descending %s: ordered, stable, blanks last', (descending) => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 8 }), (rows) => {
        const given = [...rows];
        const sorted = sortRows(rows, { column, descending });
        expect(rows).toEqual(given);
        expect(new Set(sorted)).toEqual(new Set(rows));
        expect(sorted).toHaveLength(rows.length);

        for (const [at, row] of sorted.entries()) {
          const next = sorted[at + 1];
          if (next === undefined) break;
          const [a, b] = [sortValue(row), sortValue(next)];
          if (isBlank(a)) expect(isBlank(b)).toBe(true);
          const order = isBlank(a) || isBlank(b) ? 0 : compare(a, b) * (descending ? -1 : 1);
          expect(order).toBeLessThanOrEqual(0);
          const isTie = order === 0 && isBlank(a) === isBlank(b);
          if (isTie) expect(rows.indexOf(row)).toBeLessThan(rows.indexOf(next));
        }
      }),
      { numRuns: 25 },
    );
  });
});

test('a number with a plus sign stands where it would without', () => {
  const rows = ['+44999', '44111', '+44555'].map((number) => rentedNumber({ number }));
  const sorted = sortRows(rows, { column: 'number', descending: false });
  expect(sorted.map((row) => row.number)).toEqual(['44111', '+44555', '+44999']);
});

test('moments are compared across time zones', () => {
  const rows = ['2016-03-31T11:00:00+03:00', '2016-03-31T09:00:00+00:00'].map((created) =>
    rentedNumber({ created }),
  );
  const sorted = sortRows(rows, { column: 'created', descending: false });
  expect(sorted).toEqual(rows);
});

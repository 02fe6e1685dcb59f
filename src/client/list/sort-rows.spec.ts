import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RentedNumber } from '#contract/number.ts';
import { columnIds, columnSpec } from '../fields/columns.tsx';
import type { Sort } from '../fields/sort.ts';
import { anyRow, rentedNumber } from '../fields/test-rows.ts';
import { createRowSet } from './row-set.ts';
import { sortPositions } from './sort-rows.ts';

/** The rows in the order of a column; each has a SID of its own, as in a list. */
function sortRows(rows: RentedNumber[], sort: Sort): RentedNumber[] {
  const set = createRowSet(rows);
  const positions = Uint32Array.from(rows.keys());
  return Array.from(sortPositions(set, positions, sort), (position) => rows[position]!);
}

type SortValue = string | number | null;
const { compare: compareText } = new Intl.Collator(undefined, { sensitivity: 'base' });
const byCharacter = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const isBlank = (value: SortValue) => value === null || value === '';

describe.each(columnIds)('by %s', (column) => {
  const { sortValue, isIdentifier } = columnSpec(column);
  const compareTexts = isIdentifier ? byCharacter : compareText;
  const compare = (a: SortValue, b: SortValue) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : compareTexts(String(a), String(b));

  test.each([false, true])('descending %s: ordered, stable, blanks last', (descending) => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyRow, { selector: (row) => row.number_sid, maxLength: 8 }),
        (rows) => {
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
        },
      ),
      { numRuns: 25 },
    );
  });
});

test('a number with a plus sign stands where it would without', () => {
  const rows = ['+44999', '44555', '+44111'].map((number) =>
    rentedNumber({ number, number_sid: number }),
  );
  const sorted = sortRows(rows, { column: 'number', descending: false });
  expect(sorted.map((row) => row.number)).toEqual(['+44111', '44555', '+44999']);
});

test('moments are compared across time zones', () => {
  const rows = ['2016-03-31T09:00:00+00:00', '2016-03-31T11:00:00+03:00'].map((created) =>
    rentedNumber({ created, number_sid: created }),
  );
  const sorted = sortRows(rows, { column: 'created', descending: false });
  expect(sorted).toEqual(rows.toReversed());
});

test('numbers with more capabilities come later, and voice counts more than SMS', () => {
  const rows = [
    { voice: true, messaging: true },
    { voice: true, messaging: false },
    { voice: false, messaging: true },
    { voice: false, messaging: false },
  ].map((capabilities, at) => rentedNumber({ ...capabilities, number_sid: `num-${at}` }));
  const sorted = sortRows(rows, { column: 'capabilities', descending: false });
  expect(sorted).toEqual(rows.toReversed());
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ColumnId } from '../fields/columns.tsx';
import { moveActive, withinGrid } from './useActiveCell.ts';

const columns: ColumnId[] = ['number', 'name', 'type'];
const rowCount = 50;
const from = (row: number, column: ColumnId, key: string, withCtrl = false) =>
  moveActive({ row, column }, key, withCtrl, columns, rowCount);

describe('moveActive', () => {
  test.each<[key: string, row: number, column: ColumnId]>([
    ['ArrowUp', 24, 'name'],
    ['ArrowDown', 26, 'name'],
    ['ArrowLeft', 25, 'number'],
    ['ArrowRight', 25, 'type'],
    ['PageUp', 5, 'name'],
    ['PageDown', 45, 'name'],
    ['Home', 25, 'number'],
    ['End', 25, 'type'],
  ])('%s', (key, row, column) => {
    expect(from(25, 'name', key)).toEqual({ row, column });
  });

  test('Ctrl with Home and End goes to the corners', () => {
    expect(from(25, 'name', 'Home', true)).toEqual({ row: 0, column: 'number' });
    expect(from(25, 'name', 'End', true)).toEqual({ row: 49, column: 'type' });
  });

  test('the header is above the first row; a page up from a row stays below it', () => {
    expect(from(0, 'name', 'ArrowUp')).toEqual({ row: -1, column: 'name' });
    expect(from(-1, 'name', 'ArrowDown')).toEqual({ row: 0, column: 'name' });
    expect(from(3, 'name', 'PageUp')).toEqual({ row: 0, column: 'name' });
    expect(from(-1, 'name', 'PageUp')).toEqual({ row: -1, column: 'name' });
  });

  test('a column that was hidden meanwhile counts as the first', () => {
    expect(from(0, 'mode', 'ArrowRight')).toEqual({ row: 0, column: 'name' });
  });

  test.each(['Enter', 'Tab', ' ', 'a', 'Escape'])('%j is not its key', (key) => {
    expect(from(0, 'name', key)).toBeNull();
  });

  test('no key leads out of the grid', () => {
    const anyKey = fc.constantFrom(
      ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End'],
    );
    const anyCell = fc.nat(60).chain((rows) =>
      fc.record({
        rows: fc.constant(rows),
        row: fc.integer({ min: -1, max: rows - 1 }),
        column: fc.constantFrom(...columns),
      }),
    );
    fc.assert(
      fc.property(anyCell, anyKey, fc.boolean(), ({ rows, row, column }, key, withCtrl) => {
        const next = moveActive({ row, column }, key, withCtrl, columns, rows);
        expect(columns).toContain(next?.column);
        expect(next?.row).toBeGreaterThanOrEqual(-1);
        expect(next?.row).toBeLessThan(Math.max(rows, 0));
      }),
    );
  });
});

test('a cell that is gone hands its tab stop to the nearest one', () => {
  expect(withinGrid({ row: 100, column: 'name' }, columns, 10)).toEqual({ row: 9, column: 'name' });
  expect(withinGrid({ row: 3, column: 'mode' }, columns, 10)).toEqual({ row: 3, column: 'number' });
  expect(withinGrid({ row: 3, column: 'name' }, columns, 0)).toEqual({ row: -1, column: 'name' });
});

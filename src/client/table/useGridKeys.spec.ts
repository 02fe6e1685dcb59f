import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ColumnId } from '../fields/columns.tsx';
import { type Move, moveKeys } from './grid-keys.ts';
import { moveActive } from './useGridKeys.ts';

const columns: ColumnId[] = ['number', 'name', 'type'];
const rowCount = 50;
const from = (row: number, column: ColumnId, move: Move) =>
  moveActive({ row, column }, move, columns, rowCount);

describe('moveActive', () => {
  test.each<[move: Move, row: number, column: ColumnId]>([
    ['up', 24, 'name'],
    ['down', 26, 'name'],
    ['left', 25, 'number'],
    ['right', 25, 'type'],
    ['pageUp', 5, 'name'],
    ['pageDown', 45, 'name'],
    ['firstColumn', 25, 'number'],
    ['lastColumn', 25, 'type'],
    ['firstCell', 0, 'number'],
    ['lastCell', 49, 'type'],
  ])('%s', (move, row, column) => {
    expect(from(25, 'name', move)).toEqual({ row, column });
  });

  test('the header is above the first row; a page up from a row stays below it', () => {
    expect(from(0, 'name', 'up')).toEqual({ row: -1, column: 'name' });
    expect(from(-1, 'name', 'down')).toEqual({ row: 0, column: 'name' });
    expect(from(3, 'name', 'pageUp')).toEqual({ row: 0, column: 'name' });
    expect(from(-1, 'name', 'pageUp')).toEqual({ row: -1, column: 'name' });
  });

  test('a column that was hidden meanwhile counts as the first', () => {
    expect(from(0, 'mode', 'right')).toEqual({ row: 0, column: 'name' });
  });

  test('no move leads out of the grid', () => {
    const anyMove = fc.constantFrom(
      ...moveKeys.flatMap(({ keys }) => keys.map(({ action }) => action)),
    );
    const anyCell = fc.nat(60).chain((rows) =>
      fc.record({
        rows: fc.constant(rows),
        row: fc.integer({ min: -1, max: rows - 1 }),
        column: fc.constantFrom(...columns),
      }),
    );
    fc.assert(
      fc.property(anyCell, anyMove, ({ rows, row, column }, move) => {
        const next = moveActive({ row, column }, move, columns, rows);
        expect(columns).toContain(next.column);
        expect(next.row).toBeGreaterThanOrEqual(-1);
        expect(next.row).toBeLessThan(Math.max(rows, 0));
      }),
    );
  });
});

import { expect, test } from 'vitest';
import type { ColumnId } from '../fields/columns.tsx';
import { withinGrid } from './useActiveCell.ts';

const columns: ColumnId[] = ['number', 'name', 'type'];

test('a cell that is gone hands its tab stop to the nearest one', () => {
  expect(withinGrid({ row: 100, column: 'name' }, columns, 10)).toEqual({ row: 9, column: 'name' });
  expect(withinGrid({ row: 3, column: 'mode' }, columns, 10)).toEqual({ row: 3, column: 'number' });
  expect(withinGrid({ row: 3, column: 'name' }, columns, 0)).toEqual({ row: -1, column: 'name' });
});

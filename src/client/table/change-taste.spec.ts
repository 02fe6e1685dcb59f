import { expect, test } from 'vitest';
import { columnIds } from '../fields/columns.tsx';
import {
  isUsual,
  moveBy,
  moveTo,
  narrowest,
  setWidth,
  togglePinned,
  widest,
} from './change-taste.ts';
import { arrangedColumns, usualTaste } from './table-taste.ts';

test('columns are as usual until they are changed', () => {
  expect(arrangedColumns(usualTaste)).toEqual(columnIds);
  expect(isUsual(usualTaste)).toBe(true);
});

test('a column moves to where another is, in either direction', () => {
  const moved = moveTo(usualTaste, 'created', 'country');
  expect(arrangedColumns(moved).slice(0, 4)).toEqual(['number', 'name', 'created', 'country']);
  expect(arrangedColumns(moveTo(moved, 'created', 'updated'))).toEqual(
    columnIds.toSpliced(9, 2, 'updated', 'created'),
  );
});

test('the number stays first', () => {
  expect(moveTo(usualTaste, 'name', 'number')).toBe(usualTaste);
  expect(moveTo(usualTaste, 'number', 'name')).toBe(usualTaste);
  expect(arrangedColumns({ ...usualTaste, order: ['type', 'number'] })[0]).toBe('number');
});

test('a step goes past columns that are not among those seen', () => {
  const seen = ['number', 'country', 'created'] as const;
  const moved = moveBy(usualTaste, 'created', -1, seen);
  const order = arrangedColumns(moved);
  expect(order.indexOf('created')).toBe(order.indexOf('country') - 1);
  expect(moveBy(usualTaste, 'created', 1, seen)).toBe(usualTaste);
});

test('pinned columns stand beside the number, and let go of they return', () => {
  const pinned = togglePinned(usualTaste, 'updated');
  expect(arrangedColumns(pinned).slice(0, 2)).toEqual(['number', 'updated']);
  expect(togglePinned(pinned, 'updated')).toEqual(usualTaste);
});

test('pinned columns change places with each other only', () => {
  const pinned = togglePinned(togglePinned(usualTaste, 'updated'), 'type');
  const moved = moveTo(pinned, 'type', 'updated');
  expect(arrangedColumns(moved).slice(0, 3)).toEqual(['number', 'type', 'updated']);
  expect(moveTo(pinned, 'type', 'country')).toBe(pinned);
});

test('a width is a whole number within bounds, and can be given back', () => {
  expect(setWidth(usualTaste, 'name', 200.4).widths).toEqual({ name: 200 });
  expect(setWidth(usualTaste, 'name', 1).widths).toEqual({ name: narrowest });
  expect(setWidth(usualTaste, 'name', 1e9).widths).toEqual({ name: widest });
  expect(setWidth(setWidth(usualTaste, 'name', 200), 'name', null)).toEqual(usualTaste);
});

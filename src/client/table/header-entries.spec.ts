import { describe, expect, test } from 'vitest';
import type { ColumnId } from '../fields/columns.tsx';
import { focusedAfter, headerEntries } from './header-entries.ts';
import { usualTaste } from './table-taste.ts';

const shown: ColumnId[] = ['number', 'name', 'country', 'type'];
const entriesOf = (
  id: ColumnId,
  {
    taste = usualTaste,
    sort = null,
    width = 100,
  }: Partial<{
    taste: typeof usualTaste;
    sort: Parameters<typeof headerEntries>[3];
    width: number;
  }> = {},
) => headerEntries({ id, width }, taste, shown, sort).flatMap(({ entries }) => entries);
const disabled = (...of: Parameters<typeof entriesOf>) =>
  entriesOf(...of).flatMap(({ does, isDisabled }) => (isDisabled ? [does] : []));
const on = (...of: Parameters<typeof entriesOf>) =>
  entriesOf(...of).flatMap(({ does, isOn }) => (isOn ? [does] : []));

describe('the menu of a column', () => {
  test('offers every action', () => {
    expect(entriesOf('country').map(({ does }) => does)).toEqual([
      'ascending',
      'descending',
      'unsorted',
      'hide',
      'pin',
      'left',
      'right',
      'fit',
      'wider',
      'narrower',
      'usual',
    ]);
    expect(disabled('country')).toEqual(['unsorted', 'usual']);
  });

  test('says how the column is sorted', () => {
    const sort = { column: 'country', descending: true } as const;
    expect(on('country', { sort })).toEqual(['descending']);
    expect(disabled('country', { sort })).toEqual(['usual']);
    expect(on('country', { sort: { ...sort, descending: false } })).toEqual(['ascending']);
    expect(on('type', { sort })).toEqual([]);
  });

  test('leaves the number in its place', () => {
    expect(on('number')).toEqual(['pin']);
    expect(disabled('number')).toEqual(['unsorted', 'hide', 'pin', 'left', 'right', 'usual']);
  });

  test('ends where the columns end, and pinned ones among themselves', () => {
    expect(disabled('name')).toContain('left');
    expect(disabled('type')).toContain('right');
    const taste = { ...usualTaste, pinned: ['name'] };
    expect(on('name', { taste })).toEqual(['pin']);
    expect(disabled('name', { taste })).toContain('right');
  });

  test('knows the widest, the narrowest and the usual width', () => {
    expect(disabled('type', { width: 900 })).toContain('wider');
    expect(disabled('type', { width: 48 })).toContain('narrower');
    expect(disabled('type', { taste: { ...usualTaste, widths: { type: 90 } } })).not.toContain(
      'usual',
    );
  });
});

test('the focus goes to the next header if its own is hidden', () => {
  expect(focusedAfter('hide', 'name', shown)).toBe('country');
  expect(focusedAfter('hide', 'type', shown)).toBe('country');
  expect(focusedAfter('left', 'type', shown)).toBe('type');
});

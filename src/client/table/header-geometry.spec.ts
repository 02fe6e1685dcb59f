import { describe, expect, test } from 'vitest';
import type { ColumnId } from '../fields/columns.tsx';
import { moveTo } from './change-taste.ts';
import { columnLanding, type HeaderBox } from './header-geometry.ts';
import { arrangedColumns, usualTaste } from './table-taste.ts';

const width = 100;
const headersOf = (ids: readonly ColumnId[], pinned: readonly ColumnId[] = []): HeaderBox[] =>
  ids.map((id, at) => ({
    id,
    left: at * width,
    right: (at + 1) * width,
    isPinned: id === 'number' || pinned.includes(id),
  }));
const headers = headersOf(['number', 'name', 'country', 'type', 'mode']);

describe('a column that is dragged', () => {
  test.each([
    ['to the right, past the middle of one', 260, { target: 'country', edge: 300 }],
    ['to the right, past the last', 2000, { target: 'mode', edge: 500 }],
    ['within itself', 150, null],
    ['onto the nearer half of its neighbour', 240, null],
  ] as const)('%s', (_, x, expected) => {
    expect(columnLanding(headers, 'name', x)).toEqual(expected);
  });

  test.each([
    ['to the left, before the middle of one', 240, { target: 'country', edge: 200 }],
    ['onto the number', 10, { target: 'name', edge: 100 }],
    ['onto the nearer half of its neighbour', 360, null],
  ] as const)('%s', (_, x, expected) => {
    expect(columnLanding(headers, 'mode', x)).toEqual(expected);
  });
});

test('pinned columns and others keep to themselves', () => {
  const pinned = headersOf(['number', 'name', 'country', 'type', 'mode'], ['name', 'country']);
  expect(columnLanding(pinned, 'type', 10)).toBeNull();
  expect(columnLanding(pinned, 'mode', 10)).toEqual({ target: 'type', edge: 300 });
  expect(columnLanding(pinned, 'name', 2000)).toEqual({ target: 'country', edge: 300 });
});

test('the number stays, and so does what is not shown', () => {
  expect(columnLanding(headers, 'number', 350)).toBeNull();
  expect(columnLanding(headers, 'updated', 350)).toBeNull();
});

test('it is put where the line was', () => {
  const shown: ColumnId[] = arrangedColumns(usualTaste).filter((id) => id !== 'capabilities');
  for (const id of shown) {
    for (let x = 0; x <= shown.length * width; x += 30) {
      const landing = columnLanding(headersOf(shown), id, x);
      if (!landing) continue;
      const after = arrangedColumns(moveTo(usualTaste, id, landing.target)).filter((one) =>
        shown.includes(one),
      );
      const others = shown.filter((one) => one !== id);
      const before = others.filter((one) => (shown.indexOf(one) + 1) * width <= landing.edge);
      expect(after).toEqual([...before, id, ...others.slice(before.length)]);
    }
  }
});

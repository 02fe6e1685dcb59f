import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ColumnId, columnIds } from '../fields/columns.tsx';
import { columnsBeside, columnWidths } from './column-widths.ts';
import { heightsOf } from './geometry.ts';
import { usualTaste } from './table-taste.ts';

const taste = (isCompact: boolean) => ({ isCompact });
const desk = { isPhone: false, isFinger: false };
const tablet = { isPhone: false, isFinger: true };
const phone = { isPhone: true, isFinger: true };

test('a row has room for its lines, and more under a larger text', () => {
  expect(heightsOf(taste(false), 1, desk)).toEqual({ header: 32, row: 34 });
  expect(heightsOf(taste(true), 1, desk)).toEqual({ header: 32, row: 28 });
  expect(heightsOf(taste(false), 1.5, desk)).toEqual({ header: 41, row: 44 });
});

test('a finger hits a row of 44 pixels, also a compact one', () => {
  expect(heightsOf(taste(true), 1, tablet)).toEqual({ header: 44, row: 44 });
  expect(heightsOf(taste(false), 2, tablet)).toEqual({ header: 49, row: 53 });
});

test('a row of a phone has two lines, whatever the density', () => {
  expect(heightsOf(taste(true), 1, phone)).toEqual({ header: 0, row: 64 });
  expect(heightsOf(taste(false), 1.5, phone)).toEqual({ header: 0, row: 84 });
});

describe('beside docked details', () => {
  const usual: ColumnId[] = [
    'number',
    'name',
    'country',
    'type',
    'capabilities',
    'finding',
    'voice_to',
    'messages_to',
    'created',
  ];

  test('columns leave in turns, until the others have room, and findings stay', () => {
    expect(columnsBeside(usual, usualTaste, 1, 1300)).toEqual(usual);
    expect(columnsBeside(usual, usualTaste, 1, 732)).toEqual(usual.slice(0, 6));
    expect(columnsBeside(usual, usualTaste, 1, 587)).toEqual(
      usual.slice(0, 6).filter((id) => id !== 'type'),
    );
    expect(columnsBeside(usual, usualTaste, 1, 300)).toEqual(['number', 'name', 'finding']);
  });

  test('a column that the reader pinned or gave a width stays', () => {
    const taste = { ...usualTaste, pinned: ['created'], widths: { voice_to: 150 } };
    const kept = columnsBeside(usual, taste, 1, 300);
    expect(kept).toEqual(['number', 'name', 'finding', 'voice_to', 'created']);
  });

  test('a column that joined for its changes takes what the others leave, and no more', () => {
    const taste = { ...usualTaste, widths: { call_method: 90, call_app_sid: 136 } };
    const shown: ColumnId[] = [...usual, 'call_method', 'call_app_sid'];
    const beside = (room: number) =>
      columnsBeside(shown, taste, 1, room, ['call_app_sid', 'call_method']);
    expect(beside(1500)).toEqual(shown);
    for (const room of [1300, 732, 587, 300]) {
      expect(beside(room)).toEqual(
        expect.arrayContaining([...columnsBeside(usual, taste, 1, room)]),
      );
    }
    expect(beside(300)).toEqual(['number', 'name', 'finding']);
  });

  test('whatever is turned on and has its turn, nothing is covered that could have left', () => {
    fc.assert(
      fc.property(fc.subarray(columnIds), fc.integer({ min: 200, max: 2000 }), (others, room) => {
        const shown: ColumnId[] = ['number', ...others.filter((id) => id !== 'number')];
        const kept = columnsBeside(shown, usualTaste, 1, room);
        expect(kept).toEqual(shown.filter((id) => kept.includes(id)));
        const width = columnWidths(kept, usualTaste, 1, 0).reduce((sum, one) => sum + one, 0);
        const barest = columnsBeside(shown, usualTaste, 1, 0);
        if (width > room) expect(kept).toEqual(barest);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ColumnId, columnIds } from '../fields/columns.tsx';
import { type Claim, columnWidths, distributeWidths } from './column-widths.ts';
import { usualTaste } from './table-taste.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const usual: ColumnId[] = [
  'number',
  'name',
  'country',
  'type',
  'capabilities',
  'voice_to',
  'messages_to',
  'created',
];

/** The widths by column of a table of `room` pixels. */
function widthsAt(room: number, columns: readonly ColumnId[] = usual, taste = usualTaste) {
  const widths = columnWidths(columns, taste, 1, room);
  return Object.fromEntries(columns.map((id, at) => [id, widths[at]!]));
}

/** The rail, its line and a scroll bar take this much of a window. */
const beside = 256 + 15;
const withFindings: ColumnId[] = [...usual, 'finding'];

describe('the usual columns', () => {
  test('fit a window of 1440 pixels, with whole hosts, tails of paths and country names', () => {
    const widths = widthsAt(1440 - beside);
    expect(sum(Object.values(widths))).toBe(1440 - beside);
    expect(widths.number).toBeLessThanOrEqual(206);
    for (const width of [widths.voice_to, widths.messages_to])
      expect(width).toBeGreaterThanOrEqual(202);
    expect(widths.country).toBeGreaterThanOrEqual(144);
    expect(widths.name).toBeGreaterThanOrEqual(118);
  });

  test('make room for findings at 1440 pixels: hosts, tails of paths and names stay whole', () => {
    const widths = widthsAt(1440 - beside, withFindings);
    expect(sum(Object.values(widths))).toBe(1440 - beside);
    expect(widths.number).toBe(198);
    for (const width of [widths.voice_to, widths.messages_to])
      expect(width).toBeGreaterThanOrEqual(188);
    expect(widths.name).toBeGreaterThanOrEqual(116);
  });

  test('are all in sight in a window of 1280 pixels, the last one too', () => {
    expect(sum(Object.values(widthsAt(1280 - beside, withFindings)))).toBe(1280 - beside);
  });

  test('leave the rest to the name in a wide window', () => {
    const [at2200, at2560] = [widthsAt(2200 - beside), widthsAt(2560 - beside)];
    expect(at2560.name! - at2200.name!).toBe(360);
    expect({ ...at2560, name: 0 }).toEqual({ ...at2200, name: 0 });
    expect(at2560).toMatchObject({ number: 220, voice_to: 336 });
  });

  test('leave the rest to where calls and messages go if there is no name', () => {
    const unnamed = usual.filter((id) => id !== 'name');
    const widths = widthsAt(2560 - beside, unnamed);
    expect(widths.voice_to! - widths.messages_to!).toBeLessThanOrEqual(1);
    expect(widths.voice_to).toBeGreaterThan(400);
    expect(widths.number).toBe(220);
  });
});

test("the reader's widths stay, whatever the room, and the others share what is left", () => {
  const taste = { ...usualTaste, widths: { name: 300, voice_to: 90 } };
  for (let room = 600; room <= 2300; room += 17) {
    const widths = widthsAt(room, usual, taste);
    expect(widths).toMatchObject({ name: 300, voice_to: 90 });
  }
  const all = Object.fromEntries(usual.map((id) => [id, 100]));
  expect(sum(Object.values(widthsAt(2000, usual, { ...usualTaste, widths: all })))).toBe(800);
});

test('larger text gets wider columns', () => {
  expect(columnWidths(['number', 'voice_to'], usualTaste, 1.5, 100)).toEqual([297, 204]);
});

test('every set of columns fills a table of 900 to 2560 pixels or is wider, and no column shrinks in a wider one', () => {
  const anyColumns = fc.subarray(columnIds, { minLength: 1 });
  const anyWidths = fc.dictionary(fc.constantFrom(...columnIds), fc.integer({ min: 48, max: 900 }));
  const anyRoom = fc.integer({ min: 900, max: 2560 });
  fc.assert(
    fc.property(anyColumns, anyWidths, anyRoom, fc.nat(400), (columns, widths, room, more) => {
      const taste = { ...usualTaste, widths };
      const before = columnWidths(columns, taste, 1, room);
      const after = columnWidths(columns, taste, 1, room + more);
      const isFree = columns.some((id) => widths[id] === undefined);
      const least = sum(columnWidths(columns, taste, 1, 0));
      expect(sum(before)).toBe(isFree ? Math.max(room, least) : least);
      before.forEach((width, at) => {
        expect(Number.isInteger(width)).toBe(true);
        // Rounding moves an edge by one pixel.
        expect(after[at]).toBeGreaterThanOrEqual(width - 1);
      });
    }),
  );
});

test('a turn begins when the wishes of the one before are met', () => {
  const first: Claim = { least: 10, grows: [30, 30, 30], restRank: 0 };
  const second: Claim = { least: 10, grows: [10, 50, 50], restRank: 1 };
  expect(distributeWidths([first, second], 15)).toEqual([10, 10]);
  expect(distributeWidths([first, second], 30)).toEqual([20, 10]);
  expect(distributeWidths([first, second], 60)).toEqual([30, 30]);
  expect(distributeWidths([first, second], 100)).toEqual([30, 70]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overscanAfter, rowsInWindow } from './useRowWindow.ts';

const anySpan = fc.record({
  first: fc.nat(1000),
  visible: fc.integer({ min: 1, max: 60 }),
  overscan: fc.nat(20),
});

test('every row in view is there, the kept one too, each once and in order', () => {
  fc.assert(
    fc.property(anySpan, fc.nat(1000), fc.integer({ min: -1, max: 1000 }), (span, count, kept) => {
      const { seenFrom, seenTo, from, to, indexes: rows } = rowsInWindow(span, count, kept);
      expect(rows.filter((row) => row !== kept || (row >= from && row < to))).toEqual(
        Array.from({ length: to - from }, (_, at) => from + at),
      );
      expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
      expect(rows.every((row) => row >= 0 && row < count)).toBe(true);
      if (kept >= 0 && kept < count) expect(rows).toContain(kept);
      expect([from <= seenFrom, seenFrom <= seenTo, seenTo <= to]).toEqual([true, true, true]);
      for (let row = span.first; row < Math.min(count, span.first + span.visible); row += 1) {
        expect(rows).toContain(row);
      }
    }),
  );
});

test('as many rows for a hundred thousand as for a thousand', () => {
  const rows = (count: number) =>
    rowsInWindow({ first: 500, visible: 25, overscan: 12 }, count, 3).indexes.length;
  expect(rows(100_000)).toBe(rows(1000));
  expect(rows(100_000)).toBeLessThan(60);
});

test('a fling draws what is in view alone, a step some rows around it too', () => {
  expect(overscanAfter(500, 560)).toBe(0);
  expect(overscanAfter(560, 500)).toBe(0);
  expect(overscanAfter(500, 510)).toBeGreaterThan(5);
  expect(overscanAfter(500, 500)).toBeGreaterThan(5);
});

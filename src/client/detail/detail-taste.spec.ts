import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dockLimits, dockWidth, usualDockWidth } from './detail-taste.ts';

/** The room of table and details beside the filters, in windows of 1440 and 1200 pixels. */
const wide = 1184;
const narrow = 944;

test('the usual width fits in the narrowest window with docked details', () => {
  expect(dockWidth(usualDockWidth, narrow)).toBe(usualDockWidth);
});

test('a chosen width stays where there is room, and the table keeps its own', () => {
  expect(dockWidth(600, wide)).toBe(600);
  expect(dockWidth(600, narrow)).toBe(464);
  expect(dockWidth(100, wide)).toBe(320);
  expect(dockWidth(5000, 5000)).toBe(720);
});

test('every width is a whole number within the limits', () => {
  const anyWidth = fc.double({ noNaN: true, min: -1e6, max: 1e6 });
  fc.assert(
    fc.property(anyWidth, fc.double({ noNaN: true, min: 0, max: 1e4 }), (chosen, room) => {
      const { least, most } = dockLimits(room);
      const width = dockWidth(chosen, room);
      expect(Number.isInteger(width)).toBe(true);
      expect(width).toBeGreaterThanOrEqual(least);
      expect(width).toBeLessThanOrEqual(most);
    }),
  );
});

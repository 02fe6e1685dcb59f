import { expect, test } from 'vitest';
import { fileDays } from './file-days.ts';

const at = (day: number, hours: number) => new Date(2026, 10, day, hours, 17).toISOString();

test('a file name has both days, also two moments of one day', () => {
  expect(fileDays(at(5, 3), at(26, 14), null)).toBe('2026-11-05-0317-to-2026-11-26-1417');
  expect(fileDays(at(5, 3), at(5, 4), null)).toBe('2026-11-05-0317-to-2026-11-05-0417');
});

test('a file name has the kinds of changes unless all are in it', () => {
  expect(fileDays(at(5, 3), at(6, 3), ['added', 'gone'])).toMatch(/_added-gone$/);
});

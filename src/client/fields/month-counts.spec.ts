import { expect, test } from 'vitest';
import { everyMonth, monthFromText, monthOf, monthText } from './month-counts.ts';

const yearZero = 0;

test.each(['1999-12', '2024-01', '2026-11'])('%s is the same after parsing and writing', (text) => {
  expect(monthText(monthFromText(text))).toBe(text);
});

test("a moment is in the month of the reader's time zone", () => {
  expect(monthText(monthOf(new Date(2024, 0, 31, 23, 59).getTime()))).toBe('2024-01');
  expect(monthText(monthOf(new Date(2024, 1, 1).getTime()))).toBe('2024-02');
  expect(monthText(monthOf(new Date(2024, 2, 1).getTime()))).toBe('2024-03');
});

test('months without numbers are there too, at most the last fifty years', () => {
  const march = monthFromText('2024-03');
  expect(
    everyMonth(
      new Map([
        [march, 2],
        [march - 2, 1],
      ]),
    ),
  ).toEqual([
    { month: march - 2, numbers: 1 },
    { month: march - 1, numbers: 0 },
    { month: march, numbers: 2 },
  ]);
  expect(everyMonth(new Map())).toEqual([]);
  expect(
    everyMonth(
      new Map([
        [march, 1],
        [yearZero, 1],
      ]),
    ),
  ).toHaveLength(50 * 12);
});

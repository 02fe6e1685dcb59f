import { expect, test } from 'vitest';
import {
  everyMonth,
  monthFromText,
  monthOf,
  monthsSpan,
  monthText,
  parseMonths,
} from './rented-months.ts';

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

test.each(['2024-03..2024-07', '2024-03..2024-03', '1999-12..2026-01'])('%s are months', (text) => {
  expect(parseMonths(text)).toBe(text);
});

test.each([
  '',
  '2024-03',
  '2024-07..2024-03',
  '2024-13..2025-01',
  '2024-3..2024-7',
  '0001-01..0001-02',
  '2024-03..2024-07..',
])('%j are none', (text) => {
  expect(parseMonths(text)).toBeNull();
});

test('months begin with their first moment here, and end before the next', () => {
  expect(monthsSpan('2023-11..2023-12')).toEqual({
    from: new Date(2023, 10, 1).getTime(),
    before: new Date(2024, 0, 1).getTime(),
  });
});

import { expect, test } from 'vitest';
import { monthsSpan, parseMonths } from './rented-months.ts';

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

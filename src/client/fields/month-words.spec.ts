import { expect, test } from 'vitest';
import { formatMonth } from '../lib/format-month.ts';
import { monthsByYear, monthWords, rentedWords, yearWords } from './month-words.ts';
import { monthFromText } from './rented-months.ts';

const march = formatMonth(new Date(2024, 2));
const july = formatMonth(new Date(2024, 6));

test('months of renting are said from the first to the last, one month by itself', () => {
  expect(monthWords(monthFromText('2024-03'))).toBe(march);
  expect(rentedWords('2024-03..2024-07')).toBe(`${march} to ${july}`);
  expect(rentedWords('2024-03..2024-03')).toBe(march);
});

test('a year is the year in every time zone', () => {
  expect(yearWords(2024)).toBe('2024');
});

test('months are listed by year', () => {
  const first = monthFromText('2023-11');
  expect(monthsByYear(first, 3, 0)).toEqual([
    { year: 2023, months: [first, first + 1] },
    { year: 2024, months: [first + 2] },
  ]);
});

test.each([
  ['before', -2, 2023],
  ['behind', 14, 2025],
])('a chosen month %s the others is listed too, in its place', (_, chosen, year) => {
  const first = monthFromText('2024-01');
  const inFirstYear = { year: 2024, months: [first, first + 1] };
  const outside = { year, months: [first + chosen] };
  expect(monthsByYear(first, 2, chosen)).toEqual(
    chosen < 0 ? [outside, inFirstYear] : [inFirstYear, outside],
  );
});

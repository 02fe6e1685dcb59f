import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everyMonth, monthFromText, monthText } from '../fields/rented-months.ts';
import { aboutWidth, countTicks, monthMarks } from './month-axis.ts';

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [7, [0, 2, 4, 6, 8]],
  [31, [0, 10, 20, 30, 40]],
  [100, [0, 50, 100]],
  [1234, [0, 500, 1000, 1500]],
])('up to %i the axis says %j', (most, ticks) => {
  expect(countTicks(most)).toEqual(ticks);
});

test('the axis reaches the most, with a few round and different counts', () => {
  fc.assert(
    fc.property(fc.nat(1e7), (most) => {
      const ticks = countTicks(most);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
      expect(ticks.at(-2)).toBeLessThan(Math.max(1, most));
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks.every(Number.isInteger)).toBe(true);
      expect(String(ticks[1])).toMatch(/^[125]0*$/);
    }),
  );
});

const span = (first: string, last: string) =>
  everyMonth(
    new Map([
      [monthFromText(first), 1],
      [monthFromText(last), 1],
    ]),
  );
const labels = (first: string, last: string, width: number) =>
  monthMarks(span(first, last), width, aboutWidth).map(({ label }) => label);

test('the labels are as fine as there is room for', () => {
  expect(labels('2024-02', '2024-05', 400)).toEqual(['Feb 2024', 'Mar', 'Apr', 'May']);
  expect(labels('2023-11', '2024-12', 400)).toEqual(['2024', 'Apr', 'Jul', 'Oct']);
  expect(labels('2020-06', '2024-12', 400)).toEqual(['2021', '2022', '2023', '2024']);
  expect(labels('2005-06', '2026-11', 400)).toEqual(['2010', '2015', '2020', '2025']);
});

test('a short time without a January says its first month', () => {
  expect(labels('2024-02', '2024-02', 300)).toEqual(['Feb 2024']);
  expect(labels('2024-02', '2024-11', 40)).toEqual(['Feb 2024']);
});

test('no label overlaps the next one or leaves the picture', () => {
  const first = monthFromText('1999-01');
  fc.assert(
    fc.property(
      fc.nat(300),
      fc.nat(599),
      fc.integer({ min: 80, max: 1600 }),
      (from, count, width) => {
        const months = span(monthText(first + from), monthText(first + from + count));
        const marks = monthMarks(months, width, aboutWidth);
        expect(marks.length).toBeGreaterThan(0);
        let free = 0;
        for (const { at, label } of marks) {
          const left = (at * width) / months.length;
          expect(left).toBeGreaterThanOrEqual(free);
          free = left + aboutWidth(label);
          expect(free).toBeLessThanOrEqual(Math.max(width, aboutWidth('May 2000')));
        }
      },
    ),
  );
});

import { expect, test } from 'vitest';
import { snapshot } from './test-snapshots.ts';
import { heightShare, isWithinDays, labelledBars, timelineBars } from './timeline-bars.ts';

const days = [1, 2, 3, 4, 5, 6].map((seq) =>
  snapshot(seq, { added: seq, gone: 10 * seq, changed: 100 * seq }),
);

test('a bar stands for the step to each day but the oldest', () => {
  const bars = timelineBars(days, 100);
  expect(bars.map(({ from, to }) => [from, to])).toEqual([
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 4],
    [4, 5],
  ]);
  expect(bars[0]).toMatchObject({ added: 2, gone: 20, changed: 200 });
});

test('without room, bars stand for several days, complete ones at the newest end', () => {
  const bars = timelineBars(days, 3);
  expect(bars.map(({ from, to }) => [from, to])).toEqual([
    [0, 1],
    [1, 3],
    [3, 5],
  ]);
  expect(bars.at(-1)).toMatchObject({ added: 11, gone: 110, changed: 1100 });
});

test('400 days fit into any width, with every change in one bar', () => {
  const many = Array.from({ length: 400 }, (_, at) => snapshot(at + 1, { added: 1 }));
  for (const most of [0, 1, 7, 60, 399, 1000]) {
    const bars = timelineBars(many, most);
    expect(bars.length).toBeLessThanOrEqual(Math.max(1, most));
    expect(bars.reduce((sum, { added }) => sum + added, 0)).toBe(399);
  }
});

test('the bars between two days are marked, in either order', () => {
  const bars = timelineBars(days, 100);
  const marked = (one: number, other: number) =>
    bars.filter((bar) => isWithinDays(bar, one, other)).map(({ to }) => to);
  expect(marked(1, 3)).toEqual([2, 3]);
  expect(marked(3, 1)).toEqual([2, 3]);
  expect(marked(4, 5)).toEqual([5]);
});

test('a height is a share of the largest, and none where there is nothing', () => {
  expect(heightShare(100, 100)).toBe(1);
  expect(heightShare(1, 100)).toBe(0.1);
  expect(heightShare(0, 0)).toBe(0);
});

test('labels have room beside each other', () => {
  expect(labelledBars(10, 1000, 100)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(labelledBars(10, 300, 100)).toEqual([0, 4]);
  expect(labelledBars(10, 0, 100)).toEqual([0]);
});

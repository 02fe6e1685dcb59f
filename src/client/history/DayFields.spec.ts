import { expect, test } from 'vitest';
import { formatDay, formatMoment } from '../lib/format.ts';
import { dayOptions } from './DayFields.tsx';
import { snapshot } from './test-snapshots.ts';

test('a day is its name, unless several lists are of that day', () => {
  const at = (seq: number, day: number, hour: number) =>
    snapshot(seq, { asOf: new Date(2026, 10, day, hour).toISOString() });
  const kept = [at(3, 9, 15), at(2, 9, 3), at(1, 8, 3)];
  expect(dayOptions(kept)).toEqual([
    { seq: 3, label: formatMoment(kept[0]!.asOf) },
    { seq: 2, label: formatMoment(kept[1]!.asOf) },
    { seq: 1, label: formatDay(kept[2]!.asOf) },
  ]);
});

test('two lists of the same minute are told apart by their seconds', () => {
  const at = (seq: number, minute: number, second: number) =>
    snapshot(seq, { asOf: new Date(2026, 10, 9, 15, minute, second).toISOString() });
  const kept = [at(3, 18, 0), at(2, 17, 41), at(1, 17, 5)];
  const [later, second, first] = dayOptions(kept).map(({ label }) => label);
  expect(later).toBe(formatMoment(kept[0]!.asOf));
  expect(second).toContain('17:41');
  expect(first).toContain('17:05');
});

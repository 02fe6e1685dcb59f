import { describe, expect, test } from 'vitest';
import { delayed, readSchedule, type Schedule } from './schedule.ts';

function scheduleOf(fields: string, timeZone = 'UTC'): Schedule {
  const read = readSchedule(fields, timeZone);
  if ('fault' in read) throw new Error(read.fault);
  return read.schedule;
}

const at = Date.parse;
const iso = (moment: number) => new Date(moment).toISOString();
const hour = 3_600_000;

test('the next run is the first one behind a moment, never at it', () => {
  const daily = scheduleOf('17 3 * * *');
  expect(iso(daily.after(at('2026-11-26T03:16:59Z')))).toBe('2026-11-26T03:17:00.000Z');
  expect(iso(daily.after(at('2026-11-26T03:17:00Z')))).toBe('2026-11-27T03:17:00.000Z');
  expect(daily.period(at('2026-11-26T10:00:00Z'))).toBe(24 * hour);
});

test('runs are at the hour of their time zone, and once where its clocks are set back', () => {
  const daily = scheduleOf('17 3 * * *', 'Europe/Tallinn');
  const before = daily.after(at('2026-10-23T12:00:00Z'));
  const changing = daily.after(before);
  const behind = daily.after(changing);
  expect([before, changing, behind].map(iso)).toEqual([
    '2026-10-24T00:17:00.000Z',
    '2026-10-25T00:17:00.000Z',
    '2026-10-26T01:17:00.000Z',
  ]);
});

test('a turn of its own shifts every run of an account, and skips none', () => {
  const later = delayed(scheduleOf('17 3 * * *'), 30 * 60_000);
  expect(iso(later.after(at('2026-11-26T03:20:00Z')))).toBe('2026-11-26T03:47:00.000Z');
  expect(iso(later.after(at('2026-11-26T03:47:00Z')))).toBe('2026-11-27T03:47:00.000Z');
  expect(later.period(at('2026-11-26T03:20:00Z'))).toBe(24 * hour);
});

describe('what cannot be read has a fault', () => {
  test.each([
    ['', 'UTC', 'does not have five fields'],
    ['0 17 3 * * *', 'UTC', 'does not have five fields'],
    ['@daily', 'UTC', 'does not have five fields'],
    ['61 3 * * *', 'UTC', 'cannot be read'],
    ['a b c d e', 'UTC', 'cannot be read'],
    ['0 0 31 2 *', 'UTC', 'names a day that never comes'],
    ['17 3 * * *', 'Mars/Base', 'cannot be read'],
  ])('%s in %s', (fields, timeZone, fault) => {
    expect(readSchedule(fields, timeZone)).toEqual({ fault });
  });
});

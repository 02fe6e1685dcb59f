import { describe, expect, test } from 'vitest';
import type { Snapshot } from '#contract/history.ts';
import { nextRun, type PastRuns } from './next-run.ts';
import { readSchedule, type Schedule } from './schedule.ts';

const read = readSchedule('17 3 * * *', 'UTC');
const daily = 'schedule' in read ? read.schedule : (null as unknown as Schedule);
const at = Date.parse;

const snapshot = (asOf: string, changes: Partial<Snapshot> = {}): Snapshot => ({
  ...{ seq: 1, asOf, total: 5, skipped: 0, added: 0, gone: 0, changed: 0, status: 'kept' },
  ...changes,
});

const past = (changes: Partial<PastRuns>): PastRuns => ({
  snapshots: [],
  since: at('2026-11-20T10:00:00Z'),
  failed: null,
  unconfirmed: 0,
  ...changes,
});

const next = (of: Partial<PastRuns>, now: string, schedule: Schedule | null = daily) => {
  const due = nextRun(past(of), schedule, at(now));
  return due === null ? null : new Date(due).toISOString();
};

test('the first snapshot of an account waits for the schedule', () => {
  const since = at('2026-11-26T10:00:00Z');
  expect(next({ since }, '2026-11-26T10:00:01Z')).toBe('2026-11-27T03:17:00.000Z');
});

test('a run that was missed is due at once, also the first one', () => {
  expect(next({}, '2026-11-26T10:00:00Z')).toBe('2026-11-21T03:17:00.000Z');
  const snapshots = [snapshot('2026-11-23T03:17:09Z')];
  expect(next({ snapshots }, '2026-11-26T10:00:00Z')).toBe('2026-11-24T03:17:00.000Z');
});

test('after a snapshot the next run of the schedule is due, whoever took it', () => {
  const snapshots = [snapshot('2026-11-26T09:00:00Z')];
  expect(next({ snapshots }, '2026-11-26T10:00:00Z')).toBe('2026-11-27T03:17:00.000Z');
});

test('an unconfirmed list is walked again after ten minutes, without a schedule too', () => {
  const unconfirmed = snapshot('2026-11-26T03:17:30Z', { seq: 2, status: 'unconfirmed' });
  const snapshots = [unconfirmed, snapshot('2026-11-25T03:17:30Z')];
  for (const schedule of [daily, null]) {
    expect(next({ snapshots }, '2026-11-26T03:17:31Z', schedule)).toBe('2026-11-26T03:27:30.000Z');
  }
  expect(next({}, '2026-11-26T03:17:31Z', null)).toBeNull();
});

test.each([
  [2, '2026-11-26T03:27:30.000Z'],
  [3, '2026-11-26T03:37:30.000Z'],
  [4, '2026-11-26T03:57:30.000Z'],
  [5, '2026-11-26T04:17:30.000Z'],
  [60, '2026-11-26T04:17:30.000Z'],
])('%i unconfirmed lists in a row are followed after a growing wait', (unconfirmed, due) => {
  const newest = snapshot('2026-11-26T03:17:30Z', { seq: 2, status: 'unconfirmed' });
  const snapshots = [newest, snapshot('2026-11-25T03:17:30Z')];
  expect(next({ snapshots, unconfirmed }, '2026-11-26T03:17:31Z')).toBe(due);
});

describe('a failed walk is tried again after growing waits', () => {
  test.each([
    [1, '2026-11-26T03:27:10.000Z'],
    [2, '2026-11-26T03:37:10.000Z'],
    [3, '2026-11-26T03:57:10.000Z'],
    [4, '2026-11-26T04:17:10.000Z'],
    [40, '2026-11-26T04:17:10.000Z'],
  ])('the time after %i', (tries, due) => {
    const failed = { at: at('2026-11-26T03:17:10Z'), tries };
    const snapshots = [snapshot('2026-11-25T03:17:09Z')];
    expect(next({ snapshots, failed }, '2026-11-26T03:17:11Z')).toBe(due);
  });

  test('one that nothing was due for moves no run', () => {
    const failed = { at: at('2026-11-26T09:00:00Z'), tries: 1 };
    const snapshots = [snapshot('2026-11-26T03:17:09Z')];
    expect(next({ snapshots, failed }, '2026-11-26T09:00:01Z')).toBe('2026-11-27T03:17:00.000Z');
  });
});

describe('a clock that is set back', () => {
  const snapshots = [snapshot('2026-11-26T03:17:09Z')];

  test('by hours repeats no run', () => {
    expect(next({ snapshots }, '2026-11-26T01:00:00Z')).toBe('2026-11-27T03:17:00.000Z');
  });

  test('by years stops no run', () => {
    expect(next({ snapshots }, '2025-01-05T01:00:00Z')).toBe('2025-01-05T03:17:00.000Z');
    const ahead = [snapshot('2031-01-01T00:00:00Z')];
    expect(next({ snapshots: ahead }, '2026-11-26T10:00:00Z')).toBe('2026-11-21T03:17:00.000Z');
  });

  test('lets an unconfirmed list and a failure from the future wait for nothing', () => {
    const unconfirmed = snapshot('2031-01-01T00:00:00Z', { seq: 2, status: 'unconfirmed' });
    const failed = { at: at('2031-01-01T00:00:00Z'), tries: 3 };
    const now = '2026-11-26T10:00:00.000Z';
    expect(next({ snapshots: [unconfirmed], failed, since: at(now) }, now)).toBe(now);
  });
});

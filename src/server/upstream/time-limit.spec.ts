import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { limitTime } from './time-limit.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the signal aborts after the time, and is late', () => {
  const limit = limitTime(new AbortController().signal, 1000);
  vi.advanceTimersByTime(999);
  expect(limit.signal.aborted).toBe(false);
  vi.advanceTimersByTime(1);
  expect(limit.signal.aborted).toBe(true);
  expect(limit.isLate()).toBe(true);
});

test('the signal aborts with the outer one, for the same reason', () => {
  const outer = new AbortController();
  const limit = limitTime(outer.signal, 1000);
  outer.abort('left');
  expect(limit.signal.reason).toBe('left');
  expect(limit.isLate()).toBe(false);
});

test('a signal that has ended already ends it at once', () => {
  expect(limitTime(AbortSignal.abort('left'), 1000).signal.reason).toBe('left');
});

test('once cleared, nothing ends it any more and no timer is left', () => {
  const outer = new AbortController();
  const limit = limitTime(outer.signal, 1000);
  limit.clear();
  expect(vi.getTimerCount()).toBe(0);
  outer.abort();
  expect(limit.signal.aborted).toBe(false);
});

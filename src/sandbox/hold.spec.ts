import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHold } from './hold.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = new AbortController().signal;

test('waits within 15 % of the latency, differently each time and alike for a seed', async () => {
  async function times(seed: number) {
    const hold = createHold(1000, seed);
    const spans: number[] = [];
    for (let i = 0; i < 50; i += 1) {
      const begun = Date.now();
      const held = hold(never);
      await vi.runAllTimersAsync();
      await held;
      spans.push(Date.now() - begun);
    }
    return spans;
  }
  const spans = await times(1);
  expect(Math.min(...spans)).toBeGreaterThanOrEqual(850);
  expect(Math.max(...spans)).toBeLessThanOrEqual(1150);
  expect(new Set(spans).size).toBeGreaterThan(20);
  expect(await times(1)).toEqual(spans);
});

test('holds nothing back for 0', async () => {
  await createHold(0, 1)(never);
  expect(vi.getTimerCount()).toBe(0);
});

test('ends when the client goes away', async () => {
  const client = new AbortController();
  const held = createHold(60_000, 1)(client.signal);
  client.abort();
  await held;
  expect(vi.getTimerCount()).toBe(0);
});

import { expect, test } from 'vitest';
import { UnreachedError } from './connections.ts';
import { createOutage } from './outage.ts';

const refused = new UnreachedError('Refused.', {});

test('O6 each failure in a row makes a longer pause, up to seconds; an answer ends that', () => {
  let now = 0;
  const outage = createOutage(60_000, () => now);
  const spans = [200, 400, 800, 1600, 3200, 4000, 4000];
  for (const span of spans) {
    const pause = outage.met(refused, now);
    expect(pause).toBeGreaterThanOrEqual(span / 2);
    expect(pause).toBeLessThanOrEqual(span);
    now += pause;
  }
  expect(outage.error()).toBe(refused);
  outage.isOver();
  expect(outage.error()).toBeNull();
  expect(outage.met(refused, now)).toBeLessThanOrEqual(200);
});

test('O6 no pause is longer than the longest one', () => {
  let now = 0;
  const outage = createOutage(500, () => now);
  for (const _ of '123456') now += outage.met(refused, now);
  expect(outage.met(refused, now)).toBe(500);
});

test('O6 failures of requests under way at the same time count as one', () => {
  let now = 10;
  const outage = createOutage(60_000, () => now);
  expect(outage.met(refused, 1)).toBeGreaterThan(0);
  expect(outage.met(refused, 2)).toBe(0);
  now = 20;
  expect(outage.met(refused, 15)).toBeGreaterThanOrEqual(200);
});

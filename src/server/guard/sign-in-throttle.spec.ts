import { expect, test } from 'vitest';
import { ProblemError } from '../problem-error.ts';
import { createMemoryThrottle } from '../shared/memory-throttle.ts';
import { createSignInThrottle } from './sign-in-throttle.ts';

const wrong = async () => false;
const right = async () => true;

/** The milliseconds that a refused try must wait; 0 when the try was checked. */
const waitOf = (attempt: Promise<boolean>) =>
  attempt.then(
    () => 0,
    (error: unknown) => {
      if (!(error instanceof ProblemError) || error.code !== 'throttled') throw error;
      return error.retryAfterMs ?? Number.NaN;
    },
  );

test('S10 of a hundred tries the first five cost nothing, then each wait is twice as long', async () => {
  let now = 0;
  const throttle = createSignInThrottle(createMemoryThrottle(() => now));
  const waits: number[] = [];
  for (let tries = 0; tries < 100; tries += 1) {
    const wait = await waitOf(throttle('client', wrong));
    waits.push(wait);
    now += wait;
    if (wait > 0) await throttle('client', wrong);
  }
  expect(waits.slice(0, 9)).toEqual([0, 0, 0, 0, 0, 1000, 2000, 4000, 8000]);
  expect(Math.max(...waits)).toBe(5 * 60_000);
  // A hundred tries take hours, but nobody is locked out for good.
  expect(now).toBeGreaterThan(7 * 3_600_000);
  now += await waitOf(throttle('client', right));
  expect(await throttle('client', right)).toBe(true);
  expect(await throttle('client', wrong)).toBe(false);
  expect(await throttle('client', right)).toBe(true);
});

test('S10 while it waits no try is checked, whatever its password', async () => {
  let now = 0;
  const throttle = createSignInThrottle(createMemoryThrottle(() => now));
  for (let tries = 0; tries < 5; tries += 1) await throttle('client', wrong);
  let checks = 0;
  const counted = async () => {
    checks += 1;
    return true;
  };
  now = 999;
  await waitOf(throttle('client', counted));
  expect(checks).toBe(0);
  now = 1000;
  await throttle('client', counted);
  expect(checks).toBe(1);
});

test('S10 a stranger slows down nobody else', async () => {
  const throttle = createSignInThrottle(createMemoryThrottle(() => 0));
  for (let tries = 0; tries < 5; tries += 1) await throttle('stranger', wrong);
  expect(await waitOf(throttle('stranger', right))).toBeGreaterThan(0);
  expect(await waitOf(throttle('colleague', right))).toBe(0);
});

test('S12 two checks run at once, thirty wait, and the rest is throttled', async () => {
  const throttle = createSignInThrottle(createMemoryThrottle());
  let running = 0;
  let most = 0;
  const finish: (() => void)[] = [];
  const check = () => {
    running += 1;
    most = Math.max(most, running);
    return new Promise<boolean>((resolve) => {
      finish.push(() => {
        running -= 1;
        resolve(true);
      });
    });
  };
  const tries = Array.from({ length: 200 }, (_, at) => waitOf(throttle(`client ${at}`, check)));
  const later = await Promise.all(tries.slice(32));
  expect(later).toEqual(later.map(() => 1000));
  while (finish.length > 0) {
    finish.shift()?.();
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  expect(await Promise.all(tries.slice(0, 32))).toEqual(Array(32).fill(0));
  expect(most).toBe(2);
});

test('S12 one client has one check at a time, so it cannot fill the line alone', async () => {
  const throttle = createSignInThrottle(createMemoryThrottle());
  let finish = () => {};
  const slow = () =>
    new Promise<boolean>((resolve) => {
      finish = () => resolve(true);
    });
  const first = throttle('client', slow);
  const others = Array.from({ length: 50 }, () => waitOf(throttle('client', right)));
  expect(await Promise.all(others)).toEqual(Array(50).fill(1000));
  expect(await throttle('colleague', right)).toBe(true);
  finish();
  expect(await first).toBe(true);
});

test('S12 a check that fails gives its place back', async () => {
  const throttle = createSignInThrottle(createMemoryThrottle());
  for (let tries = 0; tries < 10; tries += 1) {
    await expect(throttle(`client ${tries}`, () => Promise.reject(new Error('broken'))))
      .rejects //
      .toThrow('broken');
  }
  expect(await throttle('client', right)).toBe(true);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ProblemError } from '../problem-error.ts';
import { createMemoryThrottle } from '../shared/throttle.ts';
import { createFairLine, createSignInThrottle, networksOf } from './sign-in-throttle.ts';

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

test.each([
  ['203.0.113.7', ['203.0', '203.0.113', '203.0.113.7']],
  ['2001:db8:1:2::7', ['2001:db8', '2001:db8:1', '2001:db8:1:2::/64']],
  ['2001:db8::7', ['2001:db8', '2001:db8:0', '2001:db8:0:0::/64']],
  ['::1', ['0:0', '0:0:0', '0:0:0:0::/64']],
  ['unknown', ['unknown']],
])('O4 %s is in %j', (address, networks) => {
  expect(networksOf(address)).toEqual(networks);
});

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A line whose turns the spec ends, with the callers served and refused so far. */
function openLine(mostWaiting: number) {
  const enter = createFairLine({ mostRunning: 1, mostWaiting, full: () => new Error('full') });
  const served: string[] = [];
  const refused: string[] = [];
  const leaves: (() => void)[] = [];
  return {
    served,
    refused,
    come: (address: string) =>
      enter(networksOf(address)).then(
        (leave) => {
          served.push(address);
          leaves.push(leave);
        },
        () => void refused.push(address),
      ),
    async endTurn() {
      leaves.shift()?.();
      await settled();
    },
  };
}

test('O4 a quiet network is served before a loud one that was there first', async () => {
  const { come, endTurn, served } = openLine(10);
  for (const at of [1, 2, 3, 4]) void come(`2001:db8:0:${at}::1`);
  void come('2001:db8:1::1');
  void come('203.0.113.7');
  await settled();
  for (const _ of 'abcde') await endTurn();
  expect(served).toEqual([
    '2001:db8:0:1::1',
    '203.0.113.7',
    '2001:db8:1::1',
    '2001:db8:0:2::1',
    '2001:db8:0:3::1',
    '2001:db8:0:4::1',
  ]);
});

test('O4 in a full line the last of the loudest network makes room for a quiet one', async () => {
  const { come, refused } = openLine(3);
  for (const at of [1, 2, 3, 4]) void come(`203.0.113.${at}`);
  void come('198.51.100.1');
  void come('203.0.113.9');
  await settled();
  expect(refused).toEqual(['203.0.113.4', '203.0.113.9']);
});

test('O4 a network whose callers have left, or were refused, is quiet again', async () => {
  const left = openLine(10);
  for (const at of [1, 2]) {
    void left.come(`203.0.113.${at}`);
    await settled();
    await left.endTurn();
  }
  for (const address of ['198.51.100.1', '203.0.113.3', '198.51.100.2']) void left.come(address);
  await settled();
  await left.endTurn();
  expect(left.served.at(-1)).toBe('203.0.113.3');

  const refused = openLine(2);
  for (const at of [0, 1, 2, 3]) {
    void refused.come(at === 0 ? '198.51.100.1' : `203.0.113.${at}`);
  }
  await settled();
  await refused.endTurn();
  // Two of each network are in the line now, so the last who came has to go.
  for (const at of [2, 3]) void refused.come(`198.51.100.${at}`);
  await settled();
  expect(refused.refused).toEqual(['203.0.113.3', '198.51.100.3']);
});

test('O4 in any order of coming and going, every caller is served or refused exactly once', async () => {
  const address = fc.tuple(fc.nat(2), fc.nat(2)).map(([a, b]) => `203.${a}.113.${b}`);
  const steps = fc.array(fc.oneof(address, fc.constant(null)), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const { come, endTurn, served, refused } = openLine(3);
      const comers = all.filter((step) => step !== null);
      for (const step of all) {
        if (step === null) await endTurn();
        else void come(step);
      }
      for (const _ of all) await endTurn();
      await endTurn();
      expect([...served, ...refused].sort()).toEqual(comers.sort());
    }),
    { numRuns: 50 },
  );
});

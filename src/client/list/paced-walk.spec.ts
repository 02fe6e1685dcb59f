import { expect, test } from 'vitest';
import { createRate } from './paced-walk.ts';

test('there is none before anything was counted', () => {
  const rate = createRate(0, 40);
  expect(rate.read(1000, 40)).toBeNull();
  expect(rate.read(2000, 60)).toBe(10);
});

test('there is none in the moment of the start', () => {
  expect(createRate(1000, 0).read(1000, 20)).toBeNull();
});

test('what was there before is not counted', () => {
  expect(createRate(0, 500).read(2000, 600)).toBe(50);
});

test('it is that of the last five seconds', () => {
  const rate = createRate(0, 0);
  for (let second = 1; second <= 10; second += 1) rate.read(second * 1000, second * 100);
  expect(rate.read(11_000, 2000)).toBe((2000 - 600) / 5);
});

test('it falls where nothing comes any more, to nothing after five seconds', () => {
  const rate = createRate(0, 0);
  expect(rate.read(1000, 100)).toBe(100);
  expect(rate.read(2000, 100)).toBe(50);
  expect(rate.read(5000, 100)).toBe(20);
  for (let second = 6; second <= 20; second += 1) {
    expect(rate.read(second * 1000, 100)).toBe(0);
  }
  expect(rate.read(21_000, 200)).toBe(20);
});

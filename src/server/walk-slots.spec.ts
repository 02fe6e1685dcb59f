import { expect, test } from 'vitest';
import { createWalkSlots } from './walk-slots.ts';

const createSlots = (areShared = false) => {
  const counts = { began: 0, ended: 0 };
  const metrics = {
    walkBegan: () => {
      counts.began += 1;
    },
    walkEnded: () => {
      counts.ended += 1;
    },
  };
  const take = createWalkSlots(metrics, areShared);
  return { take, counts };
};

test('an account whose slots are taken leaves slots for the others', () => {
  const { take } = createSlots();
  const releases = Array.from({ length: 4 }, () => take('one'));
  expect(() => take('one')).toThrow('several times');
  take('two');
  releases[0]?.();
  take('one');
});

test('sixteen walks of all accounts run at once', () => {
  const { take } = createSlots();
  const releases = Array.from({ length: 16 }, (_, at) => take(`account-${at}`));
  expect(() => take('another')).toThrow('several times');
  releases[7]?.();
  take('another');
});

test('many may read walks that servers share', () => {
  const { take } = createSlots(true);
  for (let at = 0; at < 64; at += 1) take('one');
  expect(() => take('one')).toThrow('several times');
  take('two');
});

test('a slot is released once', () => {
  const { take, counts } = createSlots();
  const release = take('one');
  release();
  release();
  expect(counts).toEqual({ began: 1, ended: 1 });
});

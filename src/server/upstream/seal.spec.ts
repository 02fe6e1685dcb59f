import { expect, test } from 'vitest';
import { createSeal, type SealKeys } from './seal.ts';

const seal = (keys: SealKeys, accountSid = 'acc-one', purpose = 'cursor') =>
  createSeal(accountSid, () => keys, purpose);

const [old, next] = ['a-key-of-yesterday-with-32-letters', 'a-key-of-tomorrow-with-32-letters!'];

test('the first key seals, and every key opens', () => {
  const text = seal([next, old]).seal({ page: 2 }, 'scope');
  expect(seal([next]).open(text, 'scope')).toEqual({ page: 2 });
  expect(seal([old, next]).open(text, 'scope')).toEqual({ page: 2 });
  expect(seal([old]).open(text, 'scope')).toBeUndefined();
});

test('a text of another account, purpose or scope is not opened', () => {
  const text = seal([old]).seal({ page: 2 }, 'scope');
  expect(seal([old], 'acc-two').open(text, 'scope')).toBeUndefined();
  expect(seal([old], 'acc-one', 'checkpoint').open(text, 'scope')).toBeUndefined();
  expect(seal([old]).open(text, 'other')).toBeUndefined();
});

test('keys may change while the server runs', () => {
  let keys: SealKeys = [old];
  const running = createSeal('acc-one', () => keys, 'cursor');
  const before = running.seal(1, null);
  keys = [next, old];
  expect(running.open(before, null)).toBe(1);
  expect(seal([next]).open(running.seal(2, null), null)).toBe(2);
  keys = [next];
  expect(running.open(before, null)).toBeUndefined();
});

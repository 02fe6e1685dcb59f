import { expect, test } from 'vitest';
import { createEnvironment } from '../environment.ts';
import { createSeal, readSealKeys, type SealKeys } from './seal.ts';

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

test('a text has one spelling only, and nothing behind it', () => {
  const one = seal([old]);
  const text = one.seal({ page: 2 }, 'scope');
  // Node's reader of base64url ignores the sign.
  expect(one.open(`${text}=`, 'scope')).toBeUndefined();
  expect(one.open(`${text}.`, 'scope')).toBeUndefined();
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

const key = (letter: string) => letter.repeat(32);

function read(text: string) {
  const env = createEnvironment({ SEAL_KEYS_FILE: '/run/keys' }, () => Buffer.from(text));
  return { keys: readSealKeys(env), problems: env.problems, files: env.files };
}

test('without a file there are no keys', () => {
  expect(readSealKeys(createEnvironment({}))).toBeNull();
});

test('one key a line, in their order; empty lines do not count', () => {
  expect(read(`${key('a')}\r\n\n  ${key('b')}\n`)).toEqual({
    keys: [key('a'), key('b')],
    problems: [],
    files: ['/run/keys'],
  });
});

test('bytes count, not letters', () => {
  expect(read('ü'.repeat(16)).problems).toEqual([]);
});

test.each([
  ['no key', '\n', /^SEAL_KEYS_FILE names a file that is empty: \/run\/keys\.$/],
  ['a short key', `${key('a')}\n${'b'.repeat(31)}`, /^Line 2 of SEAL_KEYS_FILE .* shorter than 32/],
  ['nine keys', `${key('a')}\n`.repeat(9), /more than 8 keys/],
])('%s is refused, without a key in the words', (_, text, words) => {
  const { keys, problems } = read(text);
  expect(keys).toBeNull();
  expect(problems).toEqual([expect.stringMatching(words)]);
  expect(problems.join()).not.toMatch(/aaa|bbb/);
});

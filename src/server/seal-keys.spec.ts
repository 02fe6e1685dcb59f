import { expect, test } from 'vitest';
import { createEnvironment } from './environment.ts';
import { readSealKeys } from './seal-keys.ts';

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

import { describe, expect, test } from 'vitest';
import { hashPassword, isPasswordHash, verifyPassword } from './password.ts';

const hash = await hashPassword('correct horse');

/** Processor time, which other programs do not stretch. */
async function work(password: string): Promise<number> {
  const before = process.cpuUsage();
  await verifyPassword(password, hash);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

test('S11 every password costs the same work: right, wrong, short or long', async () => {
  const passwords = ['correct horse', '', 'x'.repeat(1024)];
  const least = passwords.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < 3; round += 1) {
    for (const [at, password] of passwords.entries()) {
      least[at] = Math.min(least[at] ?? 0, await work(password));
    }
  }
  // Noise only adds work; a shortcut would be a hundred times faster, not twice.
  expect(Math.max(...least) / Math.min(...least)).toBeLessThan(2);
});

describe('S12 a hash is scrypt at our cost; any other text is refused', () => {
  test.each([
    ['the one made', hash, true],
    ['a cheaper one', hash.replace('$32768$', '$1024$'), false],
    ['another function', hash.replace('scrypt', 'sha256'), false],
    ['a short key', hash.slice(0, -1), false],
    ['a long key', `${hash}A`, false],
    ['nothing', '', false],
  ])('%s', (_name, text, isOne) => {
    expect(isPasswordHash(text)).toBe(isOne);
  });
});

describe('S13 comparing never throws, whatever the lengths', () => {
  test.each([
    ['the password', 'correct horse', hash, true],
    ['another', 'correct horsf', hash, false],
    ['a hash that is none', 'correct horse', 'x', false],
    ['a hash cut short', 'correct horse', hash.slice(0, -4), false],
  ])('%s', async (_name, password, against, isRight) => {
    expect(await verifyPassword(password, against)).toBe(isRight);
  });
});

test('S13 the same characters in another Unicode form are the same password', async () => {
  const composed = await hashPassword('caf\u00e9 au lait');
  expect(await verifyPassword('cafe\u0301 au lait', composed)).toBe(true);
});

import { expect, test } from 'vitest';
import { openText, sealText } from './sealed-text.ts';

const text = 'a verifier and a nonce';
const sealed = sealText(text, 'state', 'secret');

test('what one secret seals, the same secret opens, also beside newer ones', () => {
  expect(openText(sealed, 'state', ['secret'])).toBe(text);
  expect(openText(sealed, 'state', ['newer', 'secret'])).toBe(text);
  expect(sealText(text, 'state', 'secret')).not.toBe(sealed);
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('verifier');
});

test('nothing opens with another secret, for another use, or after a change', () => {
  expect(openText(sealed, 'state', ['newer'])).toBeNull();
  expect(openText(sealed, 'another state', ['secret'])).toBeNull();
  const bytes = Buffer.from(sealed, 'base64url');
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at]! ^= 1;
    expect(openText(changed.toString('base64url'), 'state', ['secret'])).toBeNull();
  }
  for (const short of ['', 'x', sealed.slice(0, 30), sealed.slice(0, -2)]) {
    expect(openText(short, 'state', ['secret'])).toBeNull();
  }
});

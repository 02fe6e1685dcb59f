import { describe, expect, test } from 'vitest';
import { openText, sealText, wayBack } from './attempts.ts';

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

describe.each(['https://numbers.example/', 'https://tools.example/numbers/'])('at %s', (href) => {
  const home = new URL(href);
  const { pathname } = home;

  test.each([
    ['./?account=b&q=y', '?account=b&q=y'],
    ['?country_code=GB,US&q=%22%3E', '?country_code=GB,US&q=%22%3E'],
    ['', ''],
    ['?q="><script>', '?q=%22%3E%3Cscript%3E'],
    ['#top', '#top'],
    [`${pathname}?q=1`, '?q=1'],
    [`${href}?q=1`, '?q=1'],
  ])('%j leads back to the page', (asked, rest) => {
    expect(wayBack(asked, home)).toBe(pathname + rest);
  });

  test.each([
    undefined,
    'https://evil.example/',
    'https://numbers.example.evil.example/',
    'https://numbers.example@evil.example/',
    'http://numbers.example/',
    'https://numbers.example:8443/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '\t//evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    './sign-in',
    './sign-in/callback?state=x',
    'api/session',
    '..//evil.example',
    'http://[',
    `?q=${'x'.repeat(1000)}`,
  ])('%j leads to the page without a query', (asked) => {
    expect(wayBack(asked, home)).toBe(pathname);
  });
});

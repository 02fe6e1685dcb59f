import { describe, expect, test } from 'vitest';
import { wayBack } from './way-back.ts';

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

import { describe, expect, test } from 'vitest';
import { listAddress, pagePath } from './list-address.ts';
import { readPageLink } from './list-reader.ts';

const account = 'acc11111111-2222-4333-8444-555555555555';
const base = 'https://api.example.com';
const address = listAddress(new URL(base), account);
const list = `${base}/v2/accounts/${account}/numbers`;
const id = '57e4f04a0c9b2dfe504f27e2';
const read = (link: string | null) => readPageLink('next', link, address);

describe('a link of the vendor becomes a position', () => {
  test.each([
    ['bare cursor', `${list}?next=${id}`, { next: id }],
    ['with the filters', `${list}?type=mobile&limit=20&next=${id}`, { next: id }],
    ['relative path', `/v2/accounts/${account}/numbers?next=${id}`, { next: id }],
    ['relative query', `?next=${id}`, { next: id }],
    ['offset style', `/v2/accounts/${account}/numbers?limit=20&offset=20`, { offset: '20' }],
    ['page style', `${list}?limit=20&page=1`, { page: '1' }],
    ['as long as any', `${list}?next=1&type=`.padEnd(2048, 'x'), { next: '1' }],
    ['stray slashes', `${base}/v2//accounts/${account}/numbers?next=4771`, { next: '4771' }],
    [
      'default port',
      `https://api.example.com:443/v2/accounts/${account}/numbers?next=1`,
      { next: '1' },
    ],
  ])('%s', (_, link, position) => {
    expect(read(link)).toEqual(position);
  });

  test('null is the end', () => {
    expect(read(null)).toBeNull();
  });

  test('a base address with a path keeps it', () => {
    const proxied = listAddress(new URL('https://proxy.example/apifonica/'), account);
    expect(proxied.path).toBe(`/apifonica/v2/accounts/${account}/numbers`);
    expect(readPageLink('next', '?next=1', proxied)).toEqual({ next: '1' });
  });
});

test('S17 the following request is rebuilt from our own address, with the filters it belongs to', () => {
  expect(pagePath(address, { type: 'mobile', messaging: true }, 20, { next: id })).toBe(
    `/v2/accounts/${account}/numbers?limit=20&type=mobile&messaging=true&next=${id}`,
  );
});

describe('S17 a link that leads elsewhere is refused', () => {
  const path = `/v2/accounts/${account}/numbers?next=1`;
  test.each([
    `https://evil.example${path}`,
    `//evil.example${path}`,
    `\\\\evil.example${path}`,
    `https:\\\\evil.example${path}`,
    `https://api.example.com@evil.example${path}`,
    `https://api.example.com:444${path}`,
    `http://api.example.com${path}`,
    `https://api.example.com.evil.example${path}`,
    `https://api.example.com。evil.example${path}`,
    `https://[::1]${path}`,
    `https://2130706433${path}`,
    `https://user:secret@api.example.com${path}`,
    `https://user@api.example.com${path}`,
    `ftp://api.example.com${path}`,
    `javascript:alert(1)`,
    `data:,x`,
    `${list}?next=1#x`,
    `${base}/v2/accounts/acc99999999-2222-4333-8444-555555555555/numbers?next=1`,
    `${base}/v2/accounts/${account}/numbers/?next=1`,
    `${base}/v2/accounts/${account}/applications?next=1`,
    `${base}/v2/accounts/x/../../accounts?next=1`,
    `${base}/v2/accounts/${account}/numbers/..%2f..?next=1`,
    `${base}/v2/accounts/${account}%2fnumbers?next=1`,
    `${base}/v1/accounts/${account}/numbers?next=1`,
    `${list}`,
    `${list}?`,
    `${list}?next=`,
    `${list}?next=1&next=2`,
    `${list}?next=1&callback=x`,
    `${list}?next=a%0d%0ab`,
    `${list}?next=${'a'.repeat(600)}`,
    `${list}?type=mobile`,
    `https://`,
    `ht\ntps://evil.example${path}`,
    ` \u0000${list}?next=1`,
    '',
    'x'.repeat(5000),
    `${list}?next=1&type=`.padEnd(2049, 'x'),
  ])('%j', (link) => {
    const message = expect.stringMatching(
      /^Its link to the next page \w.+, so it was not followed\.$/,
    );
    expect(() => read(link)).toThrow(
      expect.objectContaining({ code: 'upstream_contract', message }),
    );
  });
});

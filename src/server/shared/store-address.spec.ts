import { describe, expect, test } from 'vitest';
import { describeStore, readStoreAddress } from './store-address.ts';

describe('the address of the store', () => {
  test.each([
    ['redis://store', '[["store",6379]] null false null null 0'],
    ['redis://store:7000/3', '[["store",7000]] null false null null 3'],
    ['redis://[::1]:7000', '[["::1",7000]] null false null null 0'],
    ['rediss://user:p%40ss@store', '[["store",6379]] null true user p@ss 0'],
    ['redis://:pass@10.0.0.1', '[["10.0.0.1",6379]] null false null pass 0'],
    ['redis+sentinel://a,b:1/main', '[["a",26379],["b",1]] main false null null 0'],
    ['rediss+sentinel://:p@a/main/2', '[["a",26379]] main true null p 2'],
  ])('%s', (text, read) => {
    const { hosts, master, tls, username, password, database } = readStoreAddress(text)!;
    const list = JSON.stringify(hosts.map(({ host, port }) => [host, port]));
    expect([list, master, tls, username, password, database].join(' ')).toBe(
      read.replaceAll(/\bnull\b/g, ''),
    );
  });

  test.each([
    'http://store',
    'store:6379',
    'redis://',
    'redis://a,b',
    'redis://store:0',
    'redis://store:70000',
    'redis://store/zero',
    'redis://store/0/1',
    'redis+sentinel://a',
    'redis+sentinel://a/',
    'redis+sentinel://a,/main',
    'redis://store?timeout=1',
    'redis://secret@store',
    'redis+sentinel://secret@a/main',
  ])('%s is refused', (text) => {
    expect(readStoreAddress(text)).toBeNull();
  });

  test('is described without its password', () => {
    const address = readStoreAddress('rediss+sentinel://me:secret@a,b/main')!;
    expect(describeStore(address)).toBe('a:26379, b:26379, master main, database 0, with TLS');
  });
});

import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { createFullApp } from '../security/test-full-app.ts';
import { createPageFolder } from '../security/test-page-folder.ts';

const { clientDir, remove } = createPageFolder();
afterAll(remove);
const full = await createFullApp({ clientDir });
const script = '/assets/index-A1.js';
const ask = (headers: Record<string, string> = {}, path = script) => full.ask(path, { headers });

describe('O20 a file is coded as its client likes best', () => {
  test.each([
    ['gzip', 'gzip'],
    ['gzip;q=0.5', 'gzip'],
    ['GZIP', 'gzip'],
    ['deflate, gzip, br', 'gzip'],
    ['*', 'gzip'],
    ['gzip;q=0', null],
    ['*;q=0.5, gzip;q=0', null],
    ['identity, gzip;q=0.5', null],
    ['identity;q=0.1, gzip;q=0.5', 'gzip'],
    ['br', null],
    ['', null],
  ])('%j: %s', async (accepted, coding) => {
    const response = await ask({ 'accept-encoding': accepted });
    expect(response.headers.get('content-encoding')).toBe(coding);
    const body = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get('content-length')).toBe(String(body.length));
    expect(String(coding === 'gzip' ? gunzipSync(body) : body)).toBe('export {};');
  });
});

describe('O20 a file that has not changed is not sent again', () => {
  test.each([
    (tag: string) => tag,
    (tag: string) => `W/${tag}`,
    (tag: string) => `"a", ${tag}`,
    () => '*',
  ])('%s', async (known) => {
    const etag = (await ask()).headers.get('etag') ?? '';
    const response = await ask({ 'if-none-match': known(etag) });
    expect(response.status).toBe(304);
    expect(await response.text()).toBe('');
    expect(response.headers.get('etag')).toBe(etag);
    expect(response.headers.get('cache-control')).toContain('immutable');
  });

  test('a file is sent for another tag, also for its tag in another coding', async () => {
    const etag = (await ask()).headers.get('etag') ?? '';
    expect((await ask({ 'if-none-match': '"another"' })).status).toBe(200);
    expect((await ask({ 'if-none-match': etag, 'accept-encoding': 'gzip' })).status).toBe(200);
  });

  test('the page itself is always sent, as its headers may have changed', async () => {
    for (const path of ['/', '/index.html']) {
      const response = await ask({ 'if-none-match': '*' }, path);
      expect([path, response.status, response.headers.get('etag')]).toEqual([path, 200, null]);
    }
  });
});

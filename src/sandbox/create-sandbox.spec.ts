import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createHold } from './create-sandbox.ts';
import { apiErrorSchema, type NumberPage } from './schema.ts';
import { accountSid, authorization, createTestClient, listPath, listUrl } from './test-client.ts';

const { app, ask, page } = createTestClient();

async function walk(query = '', follow: 'next' | 'prev' = 'next', from = '') {
  const pages: NumberPage[] = [];
  let address: string | null = from || query;
  while (address !== null && pages.length < 100) {
    const current: NumberPage = await page(address);
    pages.push(current);
    const link: string | null = current[follow];
    // A cursor is a place in the full list, so each request must repeat the filters.
    address = link && link + query.replace('?', '&');
  }
  return pages;
}

const sids = (pages: readonly NumberPage[]) =>
  pages.flatMap((it) => it.numbers.map((row) => row.number_sid));

describe('access', () => {
  const basic = (text: string) => `Basic ${btoa(text)}`;

  test.each([
    ['no credentials', listPath, undefined, 401],
    ['a wrong token', listPath, basic(`${accountSid}:wrong`), 401],
    ['another user', listPath, basic('someone:secret'), 401],
    ['another scheme', listPath, 'Bearer secret', 401],
    ['another account', '/v2/accounts/acc2/numbers', authorization, 403],
    ['another path', '/v2/accounts', authorization, 404],
    ['a stray slash', listPath.replace('/v2', '/v2/'), authorization, 404],
    ['good credentials', listPath, authorization, 200],
  ])('%s', async (_name, path, header, status) => {
    const response = await app.request(path, { headers: header ? { Authorization: header } : {} });
    expect(response.status).toBe(status);
    if (status === 200) return;
    const body = v.parse(apiErrorSchema, await response.json());
    expect(body.status_code).toBe(status);
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH'])('%s is no method of the list', async (method) => {
    const response = await app.request(listPath, { method, headers: { authorization } });
    expect(response.status).toBe(405);
    expect(response.headers.get('Allow')).toBe('GET, HEAD');
  });
});

describe('paging', () => {
  test('links are absolute, on the origin asked, and carry only a cursor', async () => {
    const first = await page('?type=local');
    const second = await page(`${first.next}&type=local`);
    expect(first.prev).toBeNull();
    expect(first.next?.replace(/[0-9a-f]{24}$/, '*')).toBe(`${listUrl}?next=*`);
    expect(second.prev?.replace(/[0-9a-f]{24}$/, '*')).toBe(`${listUrl}?prev=*`);
  });

  test.each([
    ['the whole list', '', 5],
    ['a shorter page', '?limit=7', 13],
    ['a filtered list', '?type=local&voice=true', 3],
  ])('following next through %s gives every row once', async (_name, query, pageCount) => {
    const pages = await walk(query);
    expect(pages).toHaveLength(pageCount);
    expect(new Set(sids(pages)).size).toBe(sids(pages).length);
    if (!query.includes('type')) expect(sids(pages)).toHaveLength(90);
    for (const row of pages.flatMap((it) => it.numbers)) {
      if (query.includes('type')) expect(row).toMatchObject({ type: 'local', voice: true });
    }
  });

  test('following prev from the last page gives the same pages backwards', async () => {
    const forwards = await walk('?voice=true&limit=9');
    const last = forwards.at(-1)!;
    const backwards = await walk('?voice=true&limit=9', 'prev', `${last.prev}&voice=true&limit=9`);
    expect(sids(backwards.toReversed())).toEqual(sids(forwards.slice(0, -1)));
    expect(backwards.at(-1)?.prev).toBeNull();
    expect(backwards[0]?.next).not.toBeNull();
  });

  test('a cursor follows whatever filters come with it', async () => {
    const all = sids(await walk());
    const first = await page();
    const rest = await page(`${first.next}&messaging=false`);
    expect(rest.numbers.every((row) => !row.messaging)).toBe(true);
    expect(all.indexOf(rest.numbers[0]!.number_sid)).toBeGreaterThanOrEqual(20);
  });

  test('limit in the answer is the limit that was used', async () => {
    expect(await page('?limit=3')).toMatchObject({ limit: 3, numbers: { length: 3 } });
    expect(await page('?limit=50')).toMatchObject({ limit: 20, numbers: { length: 20 } });
  });
});

test('a number is found with or without its +', async () => {
  const [row] = (await page()).numbers;
  for (const number of [row!.number, `%2B${row!.number}`, `+${row!.number}`]) {
    expect((await page(`?number=${number}`)).numbers).toEqual([row]);
  }
});

test.each([
  ['?limit=no', 'limit', 40001],
  ['?voice=1', 'voice', 40001],
  ['?next=57e4f04a0c9b2dfe504f27e2', undefined, 40002],
  ['?prev=', undefined, 40002],
])('%s answers 400', async (query, parameter, code) => {
  const response = await ask(query);
  const body = v.parse(apiErrorSchema, await response.json());
  expect(body).toMatchObject({ status_code: 400, error_code: code });
  expect(Object.keys(body.parameters)).toEqual(parameter ? [parameter] : []);
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = new AbortController().signal;

test('waits within 15 % of the latency, differently each time and alike for a seed', async () => {
  async function times(seed: number) {
    const hold = createHold(1000, seed);
    const spans: number[] = [];
    for (let i = 0; i < 50; i += 1) {
      const begun = Date.now();
      const held = hold(never);
      await vi.runAllTimersAsync();
      await held;
      spans.push(Date.now() - begun);
    }
    return spans;
  }
  const spans = await times(1);
  expect(Math.min(...spans)).toBeGreaterThanOrEqual(850);
  expect(Math.max(...spans)).toBeLessThanOrEqual(1150);
  expect(new Set(spans).size).toBeGreaterThan(20);
  expect(await times(1)).toEqual(spans);
});

test('holds nothing back for 0', async () => {
  await createHold(0, 1)(never);
  expect(vi.getTimerCount()).toBe(0);
});

test('ends when the client goes away', async () => {
  const client = new AbortController();
  const held = createHold(60_000, 1)(client.signal);
  client.abort();
  await held;
  expect(vi.getTimerCount()).toBe(0);
});

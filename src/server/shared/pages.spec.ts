import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptyPage } from '../test-app.ts';
import { createPageCache, keptPages, type PageCache } from '../upstream/page-cache.ts';
import { digestOf, keyOf } from './keys.ts';
import type { SharedStore } from './shared-store.ts';
import { createStorePages } from './store-pages.ts';
import { hasRedis } from './test-redis.ts';
import { startTestStore } from './test-shared.ts';

const page = { ...emptyPage, skipped: 3, next: 'a-cursor' };

/** What every cache of pages must do; `other` is the same cache as another replica sees it. */
function conforms(open: () => { pages: PageCache; other: PageCache }) {
  test('a kept page is there for every replica, and no other page', async () => {
    const { pages, other } = open();
    expect(await pages.get('/a')).toBeUndefined();
    await pages.set('/a', page);
    expect(await pages.get('/a')).toEqual(page);
    await expect.poll(() => other.get('/a')).toEqual(page);
    expect(await other.get('/b')).toBeUndefined();
  });

  test('a lost cursor clears every replica, and new pages are kept again', async () => {
    const { pages, other } = open();
    await pages.set('/a', page);
    await expect.poll(() => other.get('/a')).toEqual(page);
    await other.clear();
    expect(await pages.get('/a')).toBeUndefined();
    expect(await other.get('/a')).toBeUndefined();
    await pages.set('/a', page);
    expect(await pages.get('/a')).toEqual(page);
  });

  test('the oldest page makes room', async () => {
    const { pages } = open();
    for (let at = 0; at <= keptPages; at += 1) await pages.set(`/${at}`, page);
    expect(await pages.get('/0')).toBeUndefined();
    expect(await pages.get('/1')).toEqual(page);
    expect(await pages.get(`/${keptPages}`)).toEqual(page);
  });
}

describe('pages in memory', () => {
  conforms(() => {
    const pages = createPageCache();
    return { pages, other: pages };
  });
});

describe.skipIf(!(await hasRedis()))('pages in the store', () => {
  let redis: Awaited<ReturnType<typeof startTestStore>>;
  let sharedStore: SharedStore;
  let second: SharedStore;
  let account = '';
  let accounts = 0;

  beforeAll(async () => {
    redis = await startTestStore();
    sharedStore = await redis.connect();
    second = await redis.connect();
  });
  beforeEach(() => {
    accounts += 1;
    account = `account-${accounts}`;
  });
  afterAll(() => redis.stop());

  const open = () => ({
    pages: createStorePages(sharedStore, account),
    other: createStorePages(second, account),
  });

  conforms(open);

  const keys = () => sharedStore.ask((one) => one.keys(keyOf('page*', `${account}*`)));

  test('no other account has the page', async () => {
    const { pages } = open();
    await pages.set('/a', page);
    expect(await pages.get('/a')).toEqual(page);
    expect(await createStorePages(sharedStore, 'another').get('/a')).toBeUndefined();
  });

  test('a page that was asked for before the cursors were lost is not kept after it', async () => {
    const { pages, other } = open();
    expect(await pages.get('/a')).toBeUndefined();
    await other.clear();
    await pages.set('/a', page);
    expect(await other.get('/a')).toBeUndefined();
    expect(await pages.get('/a')).toBeUndefined();
  });

  test('every key ends by itself, a page within ten seconds, and no key shows a path', async () => {
    const { pages } = open();
    await pages.clear();
    await pages.get('/a');
    await pages.set('/numbers?number=447480600503', page);
    await pages.get('/a');
    const all = await keys();
    expect(all).toHaveLength(3);
    expect(all.join()).not.toContain('447480600503');
    for (const key of all) {
      const left = await sharedStore.ask((one) => one.pttl(key));
      expect(left).toBeGreaterThan(0);
      expect(left).toBeLessThanOrEqual(key.includes('generation') ? 60_000 : 10_000);
    }
  });

  test('what another version kept in another form is not there', async () => {
    const { pages } = open();
    const key = keyOf('page', account, digestOf('/a'));
    for (const kept of ['0 {"limit":20}', '0 no JSON', 'nothing']) {
      await sharedStore.ask((one) => one.set(key, kept, 'PX', 10_000));
      expect(await pages.get('/a')).toBeUndefined();
    }
  });

  test('without the store there are no pages, and no error', async () => {
    const { pages } = open();
    redis.redis.freeze();
    await pages.set('/a', page);
    expect(await pages.get('/a')).toBeUndefined();
    await pages.clear();
    redis.redis.thaw();
    await expect.poll(() => sharedStore.isUp()).toBe(true);
    await expect
      .poll(async () => {
        await pages.set('/b', page);
        return pages.get('/b');
      })
      .toEqual(page);
  });
});

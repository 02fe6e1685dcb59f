import * as v from 'valibot';
import { type NumberPage, numberPageSchema } from '#contract/number.ts';
import { keptMs, keptPages, type PageCache } from '../upstream/page-cache.ts';
import { digestOf, keyOf } from './keys.ts';
import type { Script, SharedStore } from './shared-store.ts';

/** Longer than any page is kept, so that no page outlives the end of its generation. */
const generationMs = 6 * keptMs;

/**
 * Keeps a page with its generation, and forgets the oldest page above the bound.
 * KEYS: page, list of the account's pages. ARGV: generation, page, time to live, bound.
 */
const keepScript: Script = {
  name: 'keepPage',
  lua: `
redis.call('SET', KEYS[1], ARGV[1] .. ' ' .. ARGV[2], 'PX', ARGV[3])
redis.call('RPUSH', KEYS[2], KEYS[1])
redis.call('PEXPIRE', KEYS[2], ARGV[3])
if redis.call('LLEN', KEYS[2]) > tonumber(ARGV[4]) then
  redis.call('DEL', redis.call('LPOP', KEYS[2]))
end`,
};

/** Begins a generation. KEYS: generation. ARGV: time to live. */
const clearScript: Script = {
  name: 'clearPages',
  lua: `
redis.call('INCR', KEYS[1])
redis.call('PEXPIRE', KEYS[1], ARGV[1])`,
};

const answerSchema = v.tuple([v.nullable(v.string()), v.nullable(v.string())]);

/** A page that another version of the server kept may have another form; it is then not there. */
function readPage(text: string): NumberPage | undefined {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), numberPageSchema), text);
  return read.success ? read.output : undefined;
}

/**
 * Pages of the last seconds in the store, for all replicas. A lost cursor ends the generation, and
 * with it all pages of the account. Without the store there are no pages, and no error.
 *
 * @param account names the account in keys.
 */
export function createStorePages(store: SharedStore, account: string): PageCache {
  const generationKey = keyOf('pages-generation', account);
  const listKey = keyOf('pages', account);
  const pageKey = (path: string) => keyOf('page', account, digestOf(path));
  /** The generation that this replica saw last. */
  let generation = '0';

  return {
    async get(path) {
      try {
        const answer = await store.ask((redis) => redis.mget(generationKey, pageKey(path)));
        const [present, kept] = v.parse(answerSchema, answer);
        generation = present ?? '0';
        const start = `${generation} `;
        return kept?.startsWith(start) ? readPage(kept.slice(start.length)) : undefined;
      } catch {
        return undefined;
      }
    },
    // Nobody waits for the store: the next command of this replica comes after this one.
    async set(path, page) {
      const keys = [pageKey(path), listKey];
      const args = [generation, JSON.stringify(page), keptMs, keptPages];
      void store.run(keepScript, keys, args).catch(() => {});
    },
    async clear() {
      await store.run(clearScript, [generationKey], [generationMs]).catch(() => {});
    },
  };
}

import { LRUCache } from 'lru-cache';
import type { NumberPage } from '#contract/number.ts';

export const keptPages = 500;
export const keptMs = 10_000;

/**
 * Pages of the last seconds, as the browser may see them, so that Back, Forward and a second tab
 * cost the upstream no request. Bounded; never holds a failure, a secret or a partial answer.
 */
export interface PageCache {
  get(path: string): Promise<NumberPage | undefined>;
  set(path: string, page: NumberPage): Promise<void>;
  /** Forgets all pages, as their cursors have expired. */
  clear(): Promise<void>;
}

/** Pages in the memory of this process. */
export function createPageCache(): PageCache {
  const pages = new LRUCache<string, NumberPage>({ max: keptPages, ttl: keptMs });
  return {
    get: async (path) => pages.get(path),
    set: async (path, page) => void pages.set(path, page),
    clear: async () => pages.clear(),
  };
}

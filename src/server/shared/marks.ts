import { LRUCache } from 'lru-cache';
import { keyOf } from './keys.ts';
import type { SharedStore } from './shared-store.ts';

/**
 * Things that count once over all replicas, such as the state of a sign-in. Each call may fail with
 * ProblemError `store_unavailable`.
 */
export interface Marks {
  /**
   * Marks a thing as used, until the time is over.
   * @returns whether nobody had marked it before.
   */
  use(name: string, ms: number): Promise<boolean>;
  isUsed(name: string): Promise<boolean>;
}

/** Marks at once; the oldest makes room. */
const mostMarks = 100_000;

/** Marks in the memory of this process. */
export function createMemoryMarks(): Marks {
  const marks = new LRUCache<string, true>({ max: mostMarks });
  return {
    async use(name, ms) {
      if (marks.has(name)) return false;
      marks.set(name, true, { ttl: ms });
      return true;
    },
    isUsed: async (name) => marks.has(name),
  };
}

/** Marks in the store: what one replica has marked is marked for all. */
export function createStoreMarks(store: SharedStore): Marks {
  const keyFor = (name: string) => keyOf('mark', name);
  return {
    async use(name, ms) {
      const answer = await store.ask((redis) => redis.set(keyFor(name), '', 'PX', ms, 'NX'));
      return answer === 'OK';
    },
    isUsed: async (name) => (await store.ask((redis) => redis.exists(keyFor(name)))) === 1,
  };
}

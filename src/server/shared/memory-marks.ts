import { LRUCache } from 'lru-cache';
import type { Marks } from './marks.ts';

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

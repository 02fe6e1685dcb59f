import { LRUCache } from 'lru-cache';
import type { NumberPage } from '#contract/number.ts';

const keptPages = 500;
const keptMs = 10_000;

/**
 * Pages answered seconds ago, as the browser may see them: Back, Forward and a second tab cost the
 * upstream nothing. Bounded; never holds a failure, a secret or a partial answer.
 */
export const createPageCache = () =>
  new LRUCache<string, NumberPage>({ max: keptPages, ttl: keptMs });

import { LRUCache } from 'lru-cache';
import type { NumberPage } from '#contract/number.ts';

const keptPages = 500;
const keptMs = 10_000;

/**
 * Pages of the last seconds, as the browser may see them, so that Back, Forward and a second tab
 * cost the upstream no request. Bounded; never holds a failure, a secret or a partial answer.
 */
export const createPageCache = () =>
  new LRUCache<string, NumberPage>({ max: keptPages, ttl: keptMs });

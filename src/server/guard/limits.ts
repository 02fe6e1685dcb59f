import { createMiddleware } from 'hono/factory';
import { LRUCache } from 'lru-cache';
import type { AppEnv } from '../app-env.ts';
import { ProblemError } from '../problem-error.ts';
import { clientNetwork } from './client-address.ts';

const maxUrlLength = 4096;
/** Requests being answered at once: of everybody, and of one client. */
const mostAtOnce = 400;
const mostAtOnceEach = 150;
const retryAfterMs = 1000;

/** Refuses what no page of ours asks: an address over 4 KiB. */
export const urlLimit = createMiddleware<AppEnv>(async (c, next) =>
  (c.env?.incoming?.url ?? c.req.url).length > maxUrlLength ? c.body(null, 414) : next(),
);

/** Keeps one client, and all of them, from piling requests up. */
export function inFlightLimit() {
  const each = new LRUCache<string, number>({ max: 10_000 });
  let all = 0;
  return createMiddleware<AppEnv>(async (c, next) => {
    const client = clientNetwork(c.var.client);
    const mine = each.get(client) ?? 0;
    if (all >= mostAtOnce || mine >= mostAtOnceEach) {
      throw new ProblemError('busy', 'Too many requests at once.', { retryAfterMs });
    }
    all += 1;
    each.set(client, mine + 1);
    try {
      await next();
    } finally {
      all -= 1;
      each.set(client, (each.get(client) ?? 1) - 1);
    }
  });
}

import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { Logger } from 'pino';
import type { AppEnv } from './app-env.ts';
import { addressReader } from './guard/client-address.ts';
import type { Metrics } from './metrics.ts';

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS']);

/**
 * Logs one line for each request, with the client, the person and the path. The query is left out, because it
 * holds phone numbers and cursors. All lines about a request have the same id and client.
 */
export const logRequests = (
  logger: Logger,
  metrics: Metrics,
  trustedProxies: readonly string[],
) => {
  const addressOf = addressReader(trustedProxies);
  return createMiddleware<AppEnv>(async (c, next) => {
    const started = performance.now();
    const client = addressOf(c);
    const log = logger.child({ requestId: c.var.requestId, client });
    c.set('client', client);
    c.set('log', log);
    c.set('metrics', metrics);
    await next();
    const ms = performance.now() - started;
    const method = knownMethods.has(c.req.method) ? c.req.method : 'other';
    const { status } = c.res;
    // The path stays percent-encoded: decoded, it may hold control characters for a terminal.
    const path = new URL(c.req.url).pathname.slice(0, 200);
    // The logger of the request has got to know the person and the account meanwhile.
    c.var.log.info({ method, path, status, ms: Math.round(ms * 10) / 10 }, 'request');
    metrics.answered(routePath(c, -1), method, status, ms / 1000);
  });
};

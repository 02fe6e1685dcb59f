import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import type { AppEnv } from '../app-env.ts';
import { isPassedOn } from '../guard/direct-only.ts';
import type { Metrics } from '../metrics.ts';

const digest = (text: string) => createHash('sha256').update(text).digest();
const loopback = /^(127\.|::1$|::ffff:127\.)/;
const loopbackHost = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/**
 * `GET /metrics`: with `METRICS_TOKEN` as a bearer token, or straight from this machine. A proxy on
 * this machine connects from loopback too, so its requests are told by their host and headers.
 */
export const metricsRoute = (metrics: Metrics, token: string | null) =>
  new Hono<AppEnv>().get('/', async (c) => {
    const given = c.req.header('authorization')?.replace(/^Bearer /, '');
    const hasToken =
      token !== null && given !== undefined && timingSafeEqual(digest(given), digest(token));
    const isLocal =
      loopback.test(c.env?.incoming?.socket.remoteAddress ?? '') &&
      loopbackHost.test(c.req.header('host') ?? '') &&
      !isPassedOn(c);
    if (!hasToken && !isLocal) return c.text('Not found.', 404);
    return c.body(await metrics.read(), 200, { 'content-type': metrics.contentType });
  });

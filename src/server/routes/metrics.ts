import { createHash, timingSafeEqual } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { AppEnv } from '../app-env.ts';
import { isLoopback } from '../guard/address.ts';
import { hostOf, isLoopbackHost } from '../guard/allowed-hosts.ts';
import { isPassedOn } from '../guard/direct-only.ts';
import { createSignInThrottle } from '../guard/sign-in-throttle.ts';
import type { Metrics } from '../metrics.ts';
import { securityEvent } from '../security-event.ts';
import { createMemoryThrottle } from '../shared/throttle.ts';

const digest = (text: string) => createHash('sha256').update(text).digest();
const isSame = (a: string, b: string) => timingSafeEqual(digest(a), digest(b));

/**
 * Whether a request comes straight from this machine. A proxy on this machine also connects from
 * loopback; host and headers tell its requests apart.
 */
const isFromThisMachine = (c: Context<AppEnv>) =>
  isLoopback(c.env?.incoming?.socket.remoteAddress ?? '') &&
  isLoopbackHost(hostOf(c)) &&
  !isPassedOn(c);

/**
 * `GET /metrics`: straight from this machine, or with `METRICS_TOKEN` as a bearer token. Guessing
 * tokens is throttled like guessing passwords, in a waiting line of its own.
 */
export function metricsRoute(metrics: Metrics, token: () => string | null) {
  const throttle = createSignInThrottle(createMemoryThrottle());

  async function hasToken(c: Context<AppEnv>): Promise<boolean> {
    const wanted = token();
    const [, given] = /^Bearer +(.+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
    if (wanted === null || given === undefined) return false;
    const isRight = await throttle(c.var.client, async () => isSame(given, wanted)).catch(
      (error: unknown) => {
        securityEvent(c, 'metrics_throttled');
        throw error;
      },
    );
    if (!isRight) securityEvent(c, 'metrics_refused');
    return isRight;
  }

  return new Hono<AppEnv>().get('/', async (c) => {
    if (!isFromThisMachine(c) && !(await hasToken(c))) return c.text('Not found.', 404);
    return c.body(await metrics.read(), 200, { 'content-type': metrics.contentType });
  });
}

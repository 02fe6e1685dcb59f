import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../app-env.ts';

/**
 * The values of `Host` that are ours: loopback names with the listening port, and the public
 * address. Anything else may be a stranger's name that was made to resolve to this machine (DNS
 * rebinding); such a request carries no Sec-Fetch headers, so only this check can refuse it.
 */
export function ownHosts(port: number, publicOrigin: URL | null): ReadonlySet<string> {
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port}`);
  return new Set([...loopback, ...(publicOrigin ? [publicOrigin.host] : [])]);
}

/** How often a header stands in the request as it came; Node keeps only the first `Host`. */
const timesSent = (rawHeaders: readonly string[], name: string) =>
  rawHeaders.filter((text, at) => at % 2 === 0 && text.toLowerCase() === name).length;

/** Refuses every other host with 421 and no body, on every path, before anything else runs. */
export const allowedHosts = (hosts: () => ReadonlySet<string>) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const { incoming } = c.env ?? {};
    const isPlain =
      !incoming || (incoming.url?.startsWith('/') && timesSent(incoming.rawHeaders, 'host') === 1);
    if (!isPlain || !hosts().has(c.req.header('host') ?? '')) {
      c.var.log.warn({ event: 'host_refused' }, 'security');
      return c.body(null, 421);
    }
    return next();
  });

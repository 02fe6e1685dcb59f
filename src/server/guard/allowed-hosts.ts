import { isIP, isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../app-env.ts';
import { securityEvent } from '../security-event.ts';

/**
 * The values of `Host` that are ours: loopback names and listening addresses with the listening
 * port, and the public address. Anything else may be a stranger's name that was made to resolve to this machine (DNS
 * rebinding); such a request carries no Sec-Fetch headers, so only this check can refuse it.
 */
export function ownHosts(
  port: number,
  publicOrigin: URL | null,
  addresses: readonly string[] = [],
): ReadonlySet<string> {
  // Parsed, because a browser leaves out port 80.
  const names = ['127.0.0.1', 'localhost', '[::1]', ...addresses];
  const own = names.map((name) => new URL(`http://${name}:${port}`).host);
  return new Set([...own, ...(publicOrigin ? [publicOrigin.host] : [])]);
}

/**
 * The addresses of this machine that a listener on `host` can be reached at: none but loopback's,
 * which are known, or the one it names, or those of every network. Names are `PUBLIC_ORIGIN`'s.
 */
export function listeningAddresses(host: string): string[] {
  const written = (address: string) => (isIPv6(address) ? `[${address}]` : address);
  if (host !== '0.0.0.0' && host !== '::') return isIP(host) === 0 ? [] : [written(host)];
  const interfaces = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  // A link-local address has a zone, which no Host header can hold.
  return interfaces.filter(({ scopeid }) => !scopeid).map(({ address }) => written(address));
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
      securityEvent(c, 'host_refused');
      return c.body(null, 421);
    }
    return next();
  });

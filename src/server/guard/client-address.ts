import type { Context } from 'hono';
import type { AppEnv } from '../app-env.ts';
import { isWithin, type Network, readAddress, readNetwork } from './address.ts';

/** Some proxies add the port, which is another one for each connection. */
const withoutPort = (hop: string) =>
  hop.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1');

/**
 * Who asks, in the one form of an address: the peer of the connection or, behind proxies that are
 * trusted, the last address they did not vouch for. Without trusted proxies no header is believed.
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: readonly Network[],
): string {
  const last = readAddress(peer ?? '');
  // A connection that is gone already has no peer, so nobody vouches for its header.
  if (last === null) return 'unknown';
  const isTrusted = (address: typeof last) =>
    trustedProxies.some((network) => isWithin(address, network));
  if (!isTrusted(last)) return last.toString();
  const hops = (forwardedFor ?? '')
    .split(',')
    .flatMap((hop) => hop.trim() || [])
    .map((hop) => readAddress(withoutPort(hop)));
  // Whoever is no address, is not known to be a proxy of ours either.
  const first = hops.findLast((hop) => hop === null || !isTrusted(hop));
  return (first === undefined ? hops[0] : first)?.toString() ?? last.toString();
}

/**
 * What is counted as one client: an IPv4 address, or the /64 network of an IPv6 one, as every
 * subscriber has 2^64 addresses there (RFC 6177) and could use another for each try.
 */
export function clientNetwork(client: string): string {
  const address = readAddress(client);
  if (address === null || !('parts' in address)) return address?.toString() ?? client;
  const groups = address.parts.slice(0, 4).map((part) => part.toString(16));
  return `${groups.join(':')}::/64`;
}

/** Tells who asks, where these addresses and networks are proxies that are trusted. */
export function addressReader(trustedProxies: readonly string[]) {
  const networks = trustedProxies.flatMap((proxy) => {
    const network = readNetwork(proxy);
    return network === null ? [] : [network];
  });
  return (c: Context<AppEnv>) =>
    clientAddress(c.env?.incoming?.socket.remoteAddress, c.req.header('x-forwarded-for'), networks);
}

import type { Context } from 'hono';
import type { AppEnv } from '../app-env.ts';
import { isWithin, type Network, readAddress, readNetwork } from './address.ts';

/** Some proxies add the port, which differs for each connection. */
const withoutPort = (hop: string) =>
  hop.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1');

/**
 * The client's address in its normal form: the peer of the connection or, behind trusted proxies,
 * the last address in the header that is no trusted proxy. Without trusted proxies no header is
 * believed.
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: readonly Network[],
): string {
  const last = readAddress(peer ?? '');
  // A closed connection has no peer, so nobody vouches for its header.
  if (last === null) return 'unknown';
  const isTrusted = (address: typeof last) =>
    trustedProxies.some((network) => isWithin(address, network));
  if (!isTrusted(last)) return last.toString();
  const hops = (forwardedFor ?? '')
    .split(',')
    .flatMap((hop) => hop.trim() || [])
    .map((hop) => readAddress(withoutPort(hop)));
  // A hop that is no address cannot be a trusted proxy.
  const first = hops.findLast((hop) => hop === null || !isTrusted(hop));
  return (first === undefined ? hops[0] : first)?.toString() ?? last.toString();
}

/**
 * The network that counts as one client: an IPv4 address, or the /64 network of an IPv6 address.
 * Every subscriber has 2^64 IPv6 addresses (RFC 6177), and could use a new one for each try.
 */
export function clientNetwork(client: string): string {
  const address = readAddress(client);
  if (address === null || !('parts' in address)) return address?.toString() ?? client;
  const groups = address.parts.slice(0, 4).map((part) => part.toString(16));
  return `${groups.join(':')}::/64`;
}

/** A function that reads the client's address of a request, for the given trusted proxies. */
export function addressReader(trustedProxies: readonly string[]) {
  const networks = trustedProxies.flatMap((proxy) => {
    const network = readNetwork(proxy);
    return network === null ? [] : [network];
  });
  return (c: Context<AppEnv>) =>
    clientAddress(c.env?.incoming?.socket.remoteAddress, c.req.header('x-forwarded-for'), networks);
}

import { isIP, isIPv6 } from 'node:net';
import type { Context } from 'hono';
import type { AppEnv } from '../app-env.ts';

const plain = (address: string) => address.replace(/^::ffff:/, '');

/** Some proxies add the port, which is another one for each connection. */
const withoutPort = (hop: string) =>
  hop.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1');

/**
 * Who asks: the peer of the connection or, behind proxies that are trusted, the last address they
 * did not vouch for. Without trusted proxies no header is believed.
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: readonly string[],
): string {
  const last = plain(peer ?? '');
  const isTrusted = (hop: string) => trustedProxies.includes(hop);
  // A connection that is gone already has no peer, so nobody vouches for its header.
  if (!isTrusted(last)) return last || 'unknown';
  const forwarded = (forwardedFor ?? '').split(',').map((hop) => plain(withoutPort(hop.trim())));
  const hops = [...forwarded, last];
  const client = hops.findLast((hop, at) => hop !== '' && (at === 0 || !isTrusted(hop))) ?? last;
  return isIP(client) === 0 ? last : client;
}

/**
 * What is counted as one client: an IPv4 address, or the /64 network of an IPv6 one, as every
 * subscriber has 2^64 addresses there (RFC 6177) and could use another for each try.
 */
export function clientNetwork(address: string): string {
  const bare = address.replace(/%.*$/, '');
  if (!isIPv6(bare)) return address;
  // The URL parser writes every address in its one canonical form (RFC 5952).
  const [head = '', tail] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? [] : Array(8 - groups.length - after.length).fill('0');
  return `${[...groups, ...zeros, ...after].slice(0, 4).join(':')}::/64`;
}

export const addressOf = (c: Context<AppEnv>, trustedProxies: readonly string[]) =>
  clientAddress(
    c.env?.incoming?.socket.remoteAddress,
    c.req.header('x-forwarded-for'),
    trustedProxies,
  );

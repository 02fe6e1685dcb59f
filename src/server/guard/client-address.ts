import type { Context } from 'hono';
import type { AppEnv } from '../app-env.ts';

const plain = (address: string) => address.replace(/^::ffff:/, '');

/**
 * Who asks: the peer of the connection or, behind proxies that are trusted, the last address they
 * did not vouch for. Without trusted proxies no header is believed.
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: readonly string[],
): string {
  const hops = [...(forwardedFor ?? '').split(',').map((hop) => hop.trim()), plain(peer ?? '')];
  const isTrusted = (hop: string) => trustedProxies.includes(hop);
  return hops.findLast((hop, at) => hop !== '' && (at === 0 || !isTrusted(hop))) ?? 'unknown';
}

export const addressOf = (c: Context<AppEnv>, trustedProxies: readonly string[]) =>
  clientAddress(
    c.env?.incoming?.socket.remoteAddress,
    c.req.header('x-forwarded-for'),
    trustedProxies,
  );

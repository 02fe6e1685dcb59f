import { isIPv4 } from 'node:net';
import { clientNetwork } from './client-address.ts';

/**
 * The networks that hold an address, the widest first: /32, /48 and /64 of an IPv6 address, the
 * usual sizes for a provider, a site and a subscriber (RFC 6177), and /16, /24 and /32 of an IPv4
 * address.
 */
export function networksOf(address: string): string[] {
  const own = clientNetwork(address);
  const separator = isIPv4(own) ? '.' : ':';
  const parts = own.replace('::/64', '').split(separator);
  if (parts.length !== 4) return [own];
  const first = (count: number) => parts.slice(0, count).join(separator);
  return [first(2), first(3), own];
}

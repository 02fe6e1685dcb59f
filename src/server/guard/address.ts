import { isIP, isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** A network by its address and the bits that all its members share. */
export type Network = readonly [address: Address, bits: number];

/**
 * Reads an IP address in any notation: in brackets, with zeros, in upper or lower case, with a
 * zone, or as IPv4 within IPv6, which becomes the IPv4 address.
 * @returns null for any other text, also for octal and hexadecimal IPv4 addresses.
 */
export function readAddress(text: string): Address | null {
  const bare = text.replace(/^\[(.*)\]$/, '$1').replace(/%.*$/, '');
  if (isIP(bare) === 0) return null;
  // URL parsing writes IPv6 in hexadecimal. The library would take `::10.0.0.1`, which is a
  // different IPv6 address, for IPv4 within IPv6.
  return ipaddr.process(isIPv6(bare) ? new URL(`http://[${bare}]`).hostname.slice(1, -1) : bare);
}

/** Reads an address, as a network of one address, or a CIDR range. */
export function readNetwork(text: string): Network | null {
  const [, written = '', suffix] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const address = readAddress(written);
  if (address === null) return null;
  const most = address.kind() === 'ipv4' ? 32 : 128;
  if (suffix === undefined) return [address, most];
  // The suffix of IPv4 within IPv6 also counts the 96 bits in front.
  const bits = Number(suffix) - (most === 32 && written.includes(':') ? 96 : 0);
  return bits >= 0 && bits <= most ? [address, bits] : null;
}

export const isWithin = (address: Address, [network, bits]: Network): boolean =>
  address.kind() === network.kind() && address.match(network, bits);

/** Whether a host, by name or address, can be reached from this machine alone. */
export const isLoopback = (host: string): boolean =>
  host.toLowerCase() === 'localhost' || readAddress(host)?.range() === 'loopback';

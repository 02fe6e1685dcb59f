import { isIP, isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';

export type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** A network by its address and the bits that all its members share. */
export type Network = readonly [address: Address, bits: number];

/**
 * Reads an IP address whatever way it is written: in brackets, with zeros or letters of any case,
 * with a zone, or as IPv4 within IPv6, which becomes the IPv4 address.
 * @returns null for everything else, the octal and hexadecimal IPv4 of old programs too.
 */
export function readAddress(text: string): Address | null {
  const bare = text.replace(/^\[(.*)\]$/, '$1').replace(/%.*$/, '');
  if (isIP(bare) === 0) return null;
  // In hexadecimal: the library takes `::10.0.0.1`, an address of its own, for IPv4 within IPv6.
  return ipaddr.process(isIPv6(bare) ? new URL(`http://[${bare}]`).hostname.slice(1, -1) : bare);
}

/** Reads an address, which is a network of one, or a CIDR range. */
export function readNetwork(text: string): Network | null {
  const [, written = '', suffix] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const address = readAddress(written);
  if (address === null) return null;
  const most = address.kind() === 'ipv4' ? 32 : 128;
  if (suffix === undefined) return [address, most];
  // The suffix of IPv4 within IPv6 counts the 96 bits before it, too.
  const bits = Number(suffix) - (most === 32 && written.includes(':') ? 96 : 0);
  return bits >= 0 && bits <= most ? [address, bits] : null;
}

export const isWithin = (address: Address, [network, bits]: Network): boolean =>
  address.kind() === network.kind() && address.match(network, bits);

/** Whether a host, by name or address, is this machine and can be reached from it alone. */
export const isLoopback = (host: string): boolean =>
  host.toLowerCase() === 'localhost' || readAddress(host)?.range() === 'loopback';

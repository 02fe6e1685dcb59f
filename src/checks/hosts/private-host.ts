import { privateIpv4 } from './private-ipv4.ts';
import { privateIpv6 } from './private-ipv6.ts';
import { privateName } from './private-name.ts';

/**
 * What makes a host one that cannot be reached over the Internet, such as "a private address
 * (RFC 1918)", or null where nothing is known against it. Nothing is looked up.
 *
 * @param hostname the `hostname` of an http or https URL: parsing has already turned decimal,
 * hexadecimal, octal and shortened IPv4 addresses into four bytes (URL Standard, "IPv4 parser").
 */
export function privateHost(hostname: string): string | null {
  if (hostname.startsWith('[')) return privateIpv6(hostname.slice(1, -1));
  if (/^\d+\.\d+\.\d+\.\d+$/.test(hostname)) return privateIpv4(hostname);
  return privateName(hostname);
}

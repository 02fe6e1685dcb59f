import { privateIpv4 } from './private-ipv4.ts';
import { privateIpv6 } from './private-ipv6.ts';
import { privateName } from './private-name.ts';

/**
 * Why a host cannot be reached over the Internet, as words for the host such as "a private address
 * (RFC 1918)"; null when no reason is known. No name is looked up in DNS.
 *
 * @param hostname the `hostname` of an http or https URL: parsing has already turned decimal,
 * hexadecimal, octal and shortened IPv4 addresses into four bytes (URL Standard, "IPv4 parser").
 */
export function privateHost(hostname: string): string | null {
  if (hostname.startsWith('[')) return privateIpv6(hostname.slice(1, -1));
  if (/^\d+\.\d+\.\d+\.\d+$/.test(hostname)) return privateIpv4(hostname);
  return privateName(hostname);
}

import { privateIpv4 } from './private-ipv4.ts';

const metadata = "a cloud machine's metadata service";
const reserved = 'a name reserved for tests and examples (RFC 2606)';
const inside = 'a name of private networks (RFC 6762, appendix G)';

/**
 * Domains that public DNS never resolves, with all names below them.
 *
 * Not here: example.com, example.net and example.org. They are reserved too (RFC 2606, section 3),
 * but they resolve, and texts and test data use them where a public host is meant.
 */
const domains = new Map([
  ['metadata.google.internal', metadata],
  ['localhost', 'a name of the machine itself (RFC 6761)'],
  ['test', reserved],
  ['example', reserved],
  ['invalid', reserved],
  ['local', 'a name of the local link (RFC 6762)'],
  ['home.arpa', 'a name of home networks (RFC 8375)'],
  // ICANN Board resolution 2024.07.29.06.
  ['internal', 'a name of private networks (reserved by ICANN)'],
  ['intranet', inside],
  ['private', inside],
  ['corp', inside],
  ['home', inside],
  ['lan', inside],
  ['onion', 'a name of the Tor network (RFC 7686)'],
  ['alt', 'a name outside of DNS (RFC 9476)'],
]);

/**
 * Why public DNS does not resolve a host name, as words for the name; null when no reason is known.
 *
 * @param name in lower case, as URL parsing writes it; a dot at its end changes nothing.
 */
function privateName(name: string): string | null {
  const labels = name.replace(/\.$/, '').split('.');
  for (const [start] of labels.entries()) {
    const what = domains.get(labels.slice(start).join('.'));
    if (what !== undefined) return what;
  }
  return labels.length === 1 ? 'a name without a domain' : null;
}

const toGroups = (part: string): number[] =>
  part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));

/** Eight numbers of 16 bits, from the compressed form that URL parsing writes (RFC 5952). */
function expand(text: string): number[] {
  const [head = '', tail] = text.split('::');
  const before = toGroups(head);
  if (tail === undefined) return before;
  const after = toGroups(tail);
  return [...before, ...new Array<number>(8 - before.length - after.length).fill(0), ...after];
}

/** First match wins. The registry is IANA's "IPv6 Special-Purpose Address Registry" (RFC 6890). */
const ranges = (
  [
    ['fd00:ec2::254', 128, "a cloud machine's metadata service"],
    ['::1', 128, 'the loopback address (RFC 4291)'],
    ['::', 128, 'no address (RFC 4291)'],
    ['fc00::', 7, 'a unique local address (RFC 4193)'],
    ['fe80::', 10, 'a link-local address (RFC 4291)'],
    ['fec0::', 10, 'a site-local address (RFC 3879)'],
    ['ff00::', 8, 'a multicast address (RFC 4291)'],
    ['64:ff9b:1::', 48, 'an address of a local translator (RFC 8215)'],
    ['100::', 64, 'an address that discards (RFC 6666)'],
    ['2001:db8::', 32, 'an address for documentation (RFC 3849)'],
    ['3fff::', 20, 'an address for documentation (RFC 9637)'],
  ] satisfies [first: string, prefix: number, what: string][]
).map(([first, prefix, what]) => ({ first: expand(first), prefix, what }));

/**
 * Prefixes of addresses that embed an IPv4 address, with the index of the group that holds its
 * first half.
 */
const embeddings = (
  [
    ['::ffff:0:0', 96, 6], // IPv4-mapped (RFC 4291, section 2.5.5.2)
    ['::', 96, 6], // IPv4-compatible (RFC 4291, section 2.5.5.1)
    ['64:ff9b::', 96, 6], // translated (RFC 6052)
    ['2002::', 16, 1], // 6to4 (RFC 3056)
  ] satisfies [first: string, prefix: number, at: number][]
).map(([first, prefix, at]) => ({ first: expand(first), prefix, at }));

const isWithin = (groups: number[], first: number[], prefix: number): boolean =>
  first.every((value, index) => {
    const bits = Math.min(16, Math.max(0, prefix - index * 16));
    return value >>> (16 - bits) === (groups[index] ?? 0) >>> (16 - bits);
  });

/** The same as `privateIpv4` for an IPv6 address, without its brackets, as URL parsing writes it. */
function privateIpv6(text: string): string | null {
  const groups = expand(text);
  const range = ranges.find(({ first, prefix }) => isWithin(groups, first, prefix));
  if (range) return range.what;
  const holder = embeddings.find(({ first, prefix }) => isWithin(groups, first, prefix));
  if (!holder) return null;
  const bytes = groups
    .slice(holder.at, holder.at + 2)
    .flatMap((group) => [group >>> 8, group & 255]);
  return privateIpv4(bytes.join('.'));
}

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

/** Four bytes as one unsigned number. */
const toNumber = (dotted: string): number =>
  dotted.split('.').reduce((value, byte) => value * 256 + Number(byte), 0);

const private1918 = 'a private address (RFC 1918)';
const documentation = 'an address for documentation (RFC 5737)';

/** First match wins. The registry is IANA's "IPv4 Special-Purpose Address Registry" (RFC 6890). */
const ranges = (
  [
    ['169.254.169.254', 32, "a cloud machine's metadata service"],
    ['100.100.100.200', 32, "a cloud machine's metadata service"],
    ['127.0.0.0', 8, 'a loopback address (RFC 1122)'],
    ['0.0.0.0', 8, 'an address of the machine itself (RFC 1122)'],
    ['10.0.0.0', 8, private1918],
    ['172.16.0.0', 12, private1918],
    ['192.168.0.0', 16, private1918],
    ['169.254.0.0', 16, 'a link-local address (RFC 3927)'],
    ['100.64.0.0', 10, "an address inside a carrier's network (RFC 6598)"],
    ['192.0.0.0', 24, 'an address for protocols (RFC 6890)'],
    ['192.0.2.0', 24, documentation],
    ['198.51.100.0', 24, documentation],
    ['203.0.113.0', 24, documentation],
    ['198.18.0.0', 15, 'an address for benchmarks (RFC 2544)'],
    ['224.0.0.0', 4, 'a multicast address (RFC 5771)'],
    ['240.0.0.0', 4, 'a reserved address (RFC 1112)'],
  ] satisfies [first: string, prefix: number, what: string][]
).map(([first, prefix, what]) => ({ size: 2 ** (32 - prefix), first: toNumber(first), what }));

/**
 * Why an IPv4 address cannot be reached over the Internet, as words for the address such as "a
 * private address (RFC 1918)"; null when it can.
 *
 * @param dotted four decimal bytes, as URL parsing writes every form of an address.
 */
export function privateIpv4(dotted: string): string | null {
  const address = toNumber(dotted);
  const range = ranges.find(({ first, size }) => address >= first && address < first + size);
  return range?.what ?? null;
}

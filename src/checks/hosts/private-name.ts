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
export function privateName(name: string): string | null {
  const labels = name.replace(/\.$/, '').split('.');
  for (const [start] of labels.entries()) {
    const what = domains.get(labels.slice(start).join('.'));
    if (what !== undefined) return what;
  }
  return labels.length === 1 ? 'a name without a domain' : null;
}

import { privateHost } from '../hosts/private-host.ts';

/** Where a controller's requests go. All parts may be shown; none of them is secret. */
export type Controller =
  | { kind: 'none' }
  | { kind: 'unreadable' }
  /** A URL that is neither http nor https; `scheme` is null unless it is well known. */
  | { kind: 'foreign'; scheme: string | null }
  | {
      kind: 'web';
      scheme: 'http' | 'https';
      /** With the port, unless it is the scheme's default. */
      host: string;
      /** Why the host cannot be reached over the Internet; null when no reason is known. */
      isolation: string | null;
      hasUserInfo: boolean;
    };

/**
 * Schemes that may be named. Others are mistakes: `hooks.example.com:8080/x` parses as a URL with
 * the scheme `hooks.example.com`.
 */
const knownSchemes = new Set(['ftp', 'ws', 'wss', 'sip', 'sips', 'tel', 'mailto', 'file']);

const longestHost = 80;

const cut = (host: string) => (host.length > longestHost ? `${host.slice(0, longestHost)}…` : host);

function parse(text: string): Controller {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return { kind: 'unreadable' };
  }
  const scheme = url.protocol.slice(0, -1);
  if (scheme !== 'http' && scheme !== 'https') {
    return { kind: 'foreign', scheme: knownSchemes.has(scheme) ? scheme : null };
  }
  return {
    kind: 'web',
    scheme,
    host: cut(url.host),
    isolation: privateHost(url.hostname),
    hasUserInfo: url.username !== '' || url.password !== '',
  };
}

/**
 * Scheme and authority (RFC 3986, section 3.2), up to the path or query. The path and the query
 * change nothing in the reading. An address with blanks is left to the parser, which drops some of
 * them.
 */
const authority = /^https?:\/\/[^/\\?#\s]+(?=[/\\?#]|$)/i;

/**
 * Readings by authority: an inventory has many controllers but few authorities, and several rules
 * read each controller.
 */
const known = new Map<string, Controller>();
const mostKnown = 5000;

/**
 * Reads `call_controller` or `msg_controller`; a blank text is no controller. The latest 5,000
 * readings are kept.
 */
export function readController(text: string | null): Controller {
  if (text === null || text.trim() === '') return { kind: 'none' };
  const significant = authority.exec(text)?.[0] ?? text;
  const remembered = known.get(significant);
  if (remembered) return remembered;
  if (known.size >= mostKnown) {
    // A Map keeps the order of insertion, so its first key is the oldest.
    for (const oldest of known.keys()) {
      known.delete(oldest);
      break;
    }
  }
  const controller = parse(significant);
  known.set(significant, controller);
  return controller;
}

import { privateHost } from '../hosts/private-host.ts';

/** What a controller says about where requests go. Nothing in it is secret: all of it may be shown. */
export type Controller =
  | { kind: 'none' }
  | { kind: 'unreadable' }
  /** A URL, but neither http nor https; `scheme` only where it is a well-known one. */
  | { kind: 'foreign'; scheme: string | null }
  | {
      kind: 'web';
      scheme: 'http' | 'https';
      /** With the port, where it is not the scheme's own. */
      host: string;
      /** Why the Internet does not lead there, or null. */
      isolation: string | null;
      hasUserInfo: boolean;
    };

/** `hooks.example.com:8080/x` is a URL with the scheme `hooks.example.com`: not what was meant. */
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
 * Scheme and authority (RFC 3986, section 3.2), up to the path or query. What follows changes neither
 * how it is read nor whether it can be. Blanks are left to the parser: it drops some of them.
 */
const authority = /^https?:\/\/[^/\\?#\s]+(?=[/\\?#]|$)/i;

/** An inventory has many controllers and few authorities, and several rules read each of them. */
const known = new Map<string, Controller>();
const mostKnown = 5000;

/** Reads `call_controller` or `msg_controller`; blank is none. The latest few thousand are remembered. */
export function readController(text: string | null): Controller {
  if (text === null || text.trim() === '') return { kind: 'none' };
  const significant = authority.exec(text)?.[0] ?? text;
  const remembered = known.get(significant);
  if (remembered) return remembered;
  if (known.size >= mostKnown) {
    // A Map keeps its order, so the first is the oldest.
    for (const oldest of known.keys()) {
      known.delete(oldest);
      break;
    }
  }
  const controller = parse(significant);
  known.set(significant, controller);
  return controller;
}

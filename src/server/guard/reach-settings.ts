import { isIP } from 'node:net';
import type { Environment } from '../environment.ts';
import { isLoopback, readNetwork } from './address.ts';

/** Where the dashboard can be reached. */
export interface Reach {
  host: string;
  /** The address that people use when a proxy stands in front; it may have a path. */
  publicOrigin: URL | null;
  /** The addresses and networks of proxies whose `X-Forwarded-For` is believed. */
  trustedProxies: readonly string[];
}

/**
 * The first folders of our own paths. If a base path began with one, a proxy that removes the base
 * path would make the two look alike.
 */
const ownFolders = ['api', 'assets', 'flags', 'livez', 'metrics', 'readyz', 'sign-in'];

function readPublicOrigin(env: Environment): URL | null {
  const url = env.url('PUBLIC_ORIGIN');
  const path = url?.pathname.replace(/\/$/, '') ?? '';
  // A path with one spelling only, and without characters that the router interprets.
  if (!/^(\/[\w.~-]+)*$/.test(path)) {
    env.refuse(
      'PUBLIC_ORIGIN may end in a path of letters, digits, dots, dashes, underscores and tildes only, such as https://tools.example/numbers.',
    );
  }
  const [, folder = ''] = path.split('/');
  if (ownFolders.includes(folder)) {
    env.refuse(
      `PUBLIC_ORIGIN must not begin its path with /${folder}, which the dashboard needs for itself.`,
    );
  }
  return url ?? null;
}

function readProxies(env: Environment): string[] {
  const proxies = (env.text('TRUSTED_PROXIES') ?? '')
    .split(',')
    .flatMap((item) => item.trim() || []);
  for (const proxy of proxies) {
    const network = readNetwork(proxy);
    if (network === null) {
      env.refuse(
        `TRUSTED_PROXIES must be IP addresses, or ranges such as 10.0.0.0/8; got ${JSON.stringify(proxy)}.`,
      );
    } else if (network[1] === 0) {
      env.refuse(`TRUSTED_PROXIES has ${proxy}, which would let everybody say who they are.`);
    }
  }
  return proxies;
}

/** The host to listen on: a name, or an address without the brackets of a URL. */
function readHost(env: Environment): string {
  const host = (env.text('HOST') ?? '127.0.0.1').replace(/^\[(.*)\]$/, '$1');
  // A name has a letter: `0` and `127.1` are addresses to some programs only.
  const isName = /^(?=.*[a-z])[a-z\d]([\w.-]*[a-z\d])?$/i.test(host);
  if (isIP(host) === 0 && !isName) {
    env.refuse(
      `HOST must be an address or a name without its port, such as 127.0.0.1 or 0.0.0.0; got ${JSON.stringify(host)}.`,
    );
  }
  return host;
}

/** A dashboard that others can reach needs a sign-in, and a connection that keeps it secret. */
export function checkExposure(env: Environment, { host, publicOrigin }: Reach, hasSignIn: boolean) {
  const allowInsecureHttp = env.flag('ALLOW_INSECURE_HTTP');
  if (isLoopback(host)) {
    if (publicOrigin && !isLoopback(publicOrigin.hostname) && !hasSignIn) {
      env.refuse(
        'PUBLIC_ORIGIN says that a proxy lets others in: set DASHBOARD_PASSWORD, DASHBOARD_PASSWORD_FILE, DASHBOARD_PASSWORD_HASH or OIDC_ISSUER too.',
      );
    }
    const isClear = publicOrigin?.protocol === 'http:' && !isLoopback(publicOrigin.hostname);
    if (isClear && !allowInsecureHttp) {
      env.refuse(
        'PUBLIC_ORIGIN is http, which sends the password in the clear: use https, or set ALLOW_INSECURE_HTTP=true if that is meant.',
      );
    }
    return;
  }
  if (!hasSignIn) {
    env.refuse(
      `HOST ${host} can be reached from other machines: set DASHBOARD_PASSWORD, DASHBOARD_PASSWORD_FILE, DASHBOARD_PASSWORD_HASH or OIDC_ISSUER, or leave HOST at 127.0.0.1.`,
    );
  }
  if (publicOrigin?.protocol !== 'https:' && !allowInsecureHttp) {
    env.refuse(
      `HOST ${host} would send the password in the clear: set PUBLIC_ORIGIN to the https address of the proxy in front, or ALLOW_INSECURE_HTTP=true if that is meant.`,
    );
  }
}

/** Reads where the dashboard can be reached. */
export const readReach = (env: Environment): Reach => ({
  host: readHost(env),
  publicOrigin: readPublicOrigin(env),
  trustedProxies: readProxies(env),
});

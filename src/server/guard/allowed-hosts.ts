import { isIP, isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../app-env.ts';
import { securityEvent } from '../security-event.ts';
import { isLoopback } from './address.ts';

export const portOf = ({ port, protocol }: URL) =>
  port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);

/**
 * The values of `Host` for an origin: also with the scheme's default port, and with the root's dot.
 */
function hostsOf(origin: URL): string[] {
  const { hostname, port } = origin;
  const names =
    isIP(hostname.replace(/[[\]]/g, '')) === 0 ? [hostname, `${hostname}.`] : [hostname];
  const ports = port === '' ? ['', `:${portOf(origin)}`] : [`:${port}`];
  return names.flatMap((name) => ports.map((each) => name + each));
}

/**
 * Our own values of `Host`, in lower case: loopback names and listening addresses with the
 * listening port, and the public address. Any other host may be an attacker's name that resolves to
 * this machine (DNS rebinding). A request by such a name has no Sec-Fetch headers, so only this
 * check refuses it.
 */
export function ownHosts(
  port: number,
  publicOrigin: URL | null,
  addresses: readonly string[] = [],
): ReadonlySet<string> {
  const direct = ['127.0.0.1', '[::1]', ...addresses].map(
    (name) => new URL(`http://${name}:${port}`),
  );
  // No root's dot here: some resolvers ask a name server for `localhost.`, which may belong to
  // anybody.
  const localhost = new URL(`http://localhost:${port}`).host;
  const origins = publicOrigin ? [...direct, publicOrigin] : direct;
  return new Set([localhost, ...origins.flatMap(hostsOf)]);
}

/** The host that a request names, in the form of `ownHosts`. */
export const hostOf = (c: Context<AppEnv>) => (c.req.header('host') ?? '').toLowerCase();

export const isPublicHost = (host: string, publicOrigin: URL) =>
  hostsOf(publicOrigin).includes(host);

/** Whether a host is the machine of the client itself. */
export const isLoopbackHost = (host: string) => isLoopback(host.replace(/:\d+$/, ''));

/**
 * Whether people reach a host over https: the public host if `PUBLIC_ORIGIN` is https, and then
 * every other host that is not loopback.
 */
export const isHttpsHost = (host: string, publicOrigin: URL | null) =>
  publicOrigin?.protocol === 'https:' &&
  (isPublicHost(host, publicOrigin) || !isLoopbackHost(host));

/** Our own values of `Origin`. */
export const ownOrigins = (hosts: ReadonlySet<string>, publicOrigin: URL | null) =>
  new Set([
    ...[...hosts].map((host) => `http://${host}`),
    ...(publicOrigin
      ? hostsOf(publicOrigin).map((host) => `${publicOrigin.protocol}//${host}`)
      : []),
  ]);

/**
 * The addresses at which a listener on `host` is reached: the address in `host`, or for `0.0.0.0`
 * and `::` the addresses of all networks. A name gives none: `PUBLIC_ORIGIN` and loopback have the
 * names.
 */
export function listeningAddresses(host: string): string[] {
  const written = (address: string) => (isIPv6(address) ? `[${address}]` : address);
  if (host !== '0.0.0.0' && host !== '::') return isIP(host) === 0 ? [] : [written(host)];
  const interfaces = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  // A link-local address has a zone, which no Host header can hold.
  return interfaces.filter(({ scopeid }) => !scopeid).map(({ address }) => written(address));
}

/** How often a header was sent; Node keeps only the first `Host`. */
const timesSent = (rawHeaders: readonly string[], name: string) =>
  rawHeaders.filter((text, at) => at % 2 === 0 && text.toLowerCase() === name).length;

/**
 * Whether a host is the loopback address and port to which the connection was made. All of
 * 127.0.0.0/8 is this machine, and a listener on every address answers on all of it.
 */
function isOwnLoopback(c: Context<AppEnv>, host: string): boolean {
  const { localAddress = '', localPort } = c.env?.incoming?.socket ?? {};
  const address = localAddress.replace(/^::ffff:(?=[\d.]+$)/, '');
  return host === `${address}:${localPort}` && isLoopback(address);
}

/** A refused host for the log: shortened, and without control characters for a terminal. */
const cleaned = (host: string) => host.slice(0, 100).replace(/[^\w.:[\]-]/g, '?');

const remedy =
  'The dashboard is not known by this address: set PUBLIC_ORIGIN to the address that people use, such as https://numbers.example, and start the dashboard again.\n';

/**
 * Refuses every other host with 421, on every path, before anything else runs. On `/` the answer
 * names the setting.
 */
export const allowedHosts = (hosts: () => ReadonlySet<string>) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const { incoming } = c.env ?? {};
    const isPlain =
      !incoming || (incoming.url?.startsWith('/') && timesSent(incoming.rawHeaders, 'host') === 1);
    const host = hostOf(c);
    if (!isPlain || !(hosts().has(host) || isOwnLoopback(c, host))) {
      securityEvent(c, 'host_refused', { host: cleaned(host) });
      return c.req.path === '/' ? c.text(remedy, 421) : c.body(null, 421);
    }
    return next();
  });

import { isIP, isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../app-env.ts';
import { securityEvent } from '../security-event.ts';
import { isLoopback } from './address.ts';

export const portOf = ({ port, protocol }: URL) =>
  port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);

/** The values of `Host` that mean an origin: with its port if that is the scheme's, too, and with the dot of the root. */
function hostsOf(origin: URL): string[] {
  const { hostname, port } = origin;
  const names =
    isIP(hostname.replace(/[[\]]/g, '')) === 0 ? [hostname, `${hostname}.`] : [hostname];
  const ports = port === '' ? ['', `:${portOf(origin)}`] : [`:${port}`];
  return names.flatMap((name) => ports.map((each) => name + each));
}

/**
 * The values of `Host`, in lower case, that are ours: loopback names and listening addresses with the
 * listening port, and the public address. Anything else may be a stranger's name that was made to
 * resolve to this machine (DNS rebinding); such a request carries no Sec-Fetch headers, so only this
 * check can refuse it.
 */
export function ownHosts(
  port: number,
  publicOrigin: URL | null,
  addresses: readonly string[] = [],
): ReadonlySet<string> {
  const direct = ['127.0.0.1', '[::1]', ...addresses].map(
    (name) => new URL(`http://${name}:${port}`),
  );
  // Without the dot of the root, with which some resolvers ask a name server, which may be anybody's.
  const localhost = new URL(`http://localhost:${port}`).host;
  const origins = publicOrigin ? [...direct, publicOrigin] : direct;
  return new Set([localhost, ...origins.flatMap(hostsOf)]);
}

/** The host that a request names, in the form of `ownHosts`. */
export const hostOf = (c: Context<AppEnv>) => (c.req.header('host') ?? '').toLowerCase();

export const isPublicHost = (host: string, publicOrigin: URL) =>
  hostsOf(publicOrigin).includes(host);

/** Whether a host names the machine that asks. */
export const isLoopbackHost = (host: string) => isLoopback(host.replace(/:\d+$/, ''));

/**
 * Whether people come to a host over https: to the public one where that says so, and then to any
 * other, too, that is not on their own machine.
 */
export const isHttpsHost = (host: string, publicOrigin: URL | null) =>
  publicOrigin?.protocol === 'https:' &&
  (isPublicHost(host, publicOrigin) || !isLoopbackHost(host));

/** The values of `Origin` that are ours. */
export const ownOrigins = (hosts: ReadonlySet<string>, publicOrigin: URL | null) =>
  new Set([
    ...[...hosts].map((host) => `http://${host}`),
    ...(publicOrigin
      ? hostsOf(publicOrigin).map((host) => `${publicOrigin.protocol}//${host}`)
      : []),
  ]);

/**
 * The addresses of this machine that a listener on `host` can be reached at: none but loopback's,
 * which are known, or the one it names, or those of every network. Names are `PUBLIC_ORIGIN`'s.
 */
export function listeningAddresses(host: string): string[] {
  const written = (address: string) => (isIPv6(address) ? `[${address}]` : address);
  if (host !== '0.0.0.0' && host !== '::') return isIP(host) === 0 ? [] : [written(host)];
  const interfaces = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  // A link-local address has a zone, which no Host header can hold.
  return interfaces.filter(({ scopeid }) => !scopeid).map(({ address }) => written(address));
}

/** How often a header stands in the request as it came; Node keeps only the first `Host`. */
const timesSent = (rawHeaders: readonly string[], name: string) =>
  rawHeaders.filter((text, at) => at % 2 === 0 && text.toLowerCase() === name).length;

/**
 * Whether a host is the address of loopback, and the port, that the connection itself came to: all of
 * 127.0.0.0/8 is this machine, and a listener on every address has them all.
 */
function isOwnLoopback(c: Context<AppEnv>, host: string): boolean {
  const { localAddress = '', localPort } = c.env?.incoming?.socket ?? {};
  const address = localAddress.replace(/^::ffff:(?=[\d.]+$)/, '');
  return host === `${address}:${localPort}` && isLoopback(address);
}

/** A stranger's host for the log: nothing in it that could steer a terminal, and not endless. */
const cleaned = (host: string) => host.slice(0, 100).replace(/[^\w.:[\]-]/g, '?');

const remedy =
  'The dashboard is not known by this address: set PUBLIC_ORIGIN to the address that people use, such as https://numbers.example, and start the dashboard again.\n';

/** Refuses every other host with 421, on every path, before anything else runs; on `/` with what to set. */
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

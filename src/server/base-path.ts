import type { Context } from 'hono';
import { getPath } from 'hono/utils/url';
import type { AppEnv } from './app-env.ts';
import { hostOf, isPublicHost, portOf } from './guard/allowed-hosts.ts';

/** The path that people come below, as `PUBLIC_ORIGIN` says; empty for none. */
export const basePathOf = (publicOrigin: URL | null): string =>
  publicOrigin?.pathname.replace(/\/$/, '') ?? '';

/** The path of a request without the one it came below, which a proxy may have taken off already. */
export function pathBelow(request: Request, basePath: string): string {
  const path = getPath(request);
  return basePath !== '' && path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path;
}

/**
 * Whether the address in the browser is below the path of `PUBLIC_ORIGIN`: the request says so, or it
 * was meant for the public host and a proxy took the path off. Where the public port is the one that
 * is listened on, there may be no proxy, and the browser may be at `/`.
 */
export function isBelow(c: Context<AppEnv>, publicOrigin: URL | null): boolean {
  const basePath = basePathOf(publicOrigin);
  if (publicOrigin === null || basePath === '') return false;
  if (new URL(c.req.url).pathname.startsWith(`${basePath}/`)) return true;
  const listensOn = c.env?.incoming?.socket.localPort;
  return isPublicHost(hostOf(c), publicOrigin) && portOf(publicOrigin) !== listensOn;
}

/** Sends the path itself, without the slash that relative addresses need, to the page. */
export const toPage = (basePath: string) => (c: Context<AppEnv>) =>
  c.redirect(`${basePath}/${new URL(c.req.url).search}`);

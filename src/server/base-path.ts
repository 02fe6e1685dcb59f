import type { Context } from 'hono';
import { getPath } from 'hono/utils/url';
import type { AppEnv } from './app-env.ts';
import { hostOf, isPublicHost, portOf } from './guard/allowed-hosts.ts';

/** The path of `PUBLIC_ORIGIN`, without a slash at its end; empty when there is none. */
export const basePathOf = (publicOrigin: URL | null): string =>
  publicOrigin?.pathname.replace(/\/$/, '') ?? '';

/** The path of a request without the base path, which a proxy may have removed already. */
export function pathBelow(request: Request, basePath: string): string {
  const path = getPath(request);
  return basePath !== '' && path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path;
}

/**
 * Whether the address in the browser is below the path of `PUBLIC_ORIGIN`: the request has the
 * path, or it is for the public host and a proxy removed the path. If the server itself listens on
 * the public port, there may be no proxy, and the browser may be at `/`.
 */
export function isBelow(c: Context<AppEnv>, publicOrigin: URL | null): boolean {
  const basePath = basePathOf(publicOrigin);
  if (publicOrigin === null || basePath === '') return false;
  if (new URL(c.req.url).pathname.startsWith(`${basePath}/`)) return true;
  const listensOn = c.env?.incoming?.socket.localPort;
  return isPublicHost(hostOf(c), publicOrigin) && portOf(publicOrigin) !== listensOn;
}

/** Redirects the base path to the page: relative addresses need the slash at its end. */
export const toPage = (basePath: string) => (c: Context<AppEnv>) =>
  c.redirect(`${basePath}/${new URL(c.req.url).search}`);

import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { AppEnv } from '../app-env.ts';
import { basePathOf, isBelow } from '../base-path.ts';
import { hostOf, isHttpsHost } from './allowed-hosts.ts';

/**
 * The session cookie, as strict as the address in the browser allows. Over https, a prefix of its
 * name binds the cookie to https, and to the host unless the dashboard is below a path. Below a
 * path, the cookie is sent to that path only. On loopback the cookie has no prefix, because WebKit
 * keeps no other cookie there. Elsewhere without https it has no prefix either; the operator must
 * allow plain http explicitly.
 */
export function createSessionCookie(publicOrigin: URL | null) {
  const basePath = basePathOf(publicOrigin);

  function cookieOf(c: Context<AppEnv>) {
    const isHttps = isHttpsHost(hostOf(c), publicOrigin);
    // Behind a proxy that does not pass on Host, the browser's address looks like loopback.
    const secure = isHttps || (c.req.header('origin')?.startsWith('https:') ?? false);
    const path = isBelow(c, publicOrigin) ? basePath : '/';
    const prefix = isHttps ? (path === '/' ? '__Host-' : '__Secure-') : '';
    return {
      name: `${prefix}sid`,
      options: { path, httpOnly: true, secure, sameSite: 'Strict' } as const,
    };
  }
  return {
    read: (c: Context<AppEnv>) => getCookie(c, cookieOf(c).name),
    /** @param isSecure the request itself came over https, whatever its `Host` says. */
    write(c: Context<AppEnv>, id: string, isSecure = false) {
      const { name, options } = cookieOf(c);
      setCookie(c, name, id, { ...options, secure: options.secure || isSecure });
    },
    clear(c: Context<AppEnv>) {
      const { name, options } = cookieOf(c);
      deleteCookie(c, name, options);
    },
  };
}

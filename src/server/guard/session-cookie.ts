import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { AppEnv } from '../app-env.ts';
import { basePathOf, isBelow } from '../base-path.ts';
import { hostOf, isHttpsHost } from './allowed-hosts.ts';

/**
 * The one cookie, as the address in the browser lets it be. Over https a prefix pins it to that, and
 * to the host where the dashboard has that for itself; below a path it is sent nowhere else. On
 * loopback it is a bare one: WebKit keeps no other there. On other names and addresses it is bare
 * where nobody promised https, which the operator has to allow in words.
 */
export function createSessionCookie(publicOrigin: URL | null) {
  const basePath = basePathOf(publicOrigin);

  function cookieOf(c: Context<AppEnv>) {
    const isHttps = isHttpsHost(hostOf(c), publicOrigin);
    // A proxy that passes no Host makes the browser's address look like loopback.
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
    write(c: Context<AppEnv>, id: string) {
      const { name, options } = cookieOf(c);
      setCookie(c, name, id, options);
    },
    clear(c: Context<AppEnv>) {
      const { name, options } = cookieOf(c);
      deleteCookie(c, name, options);
    },
  };
}

import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { AppEnv } from '../app-env.ts';

/**
 * The one cookie. `__Host-` pins it to this host and to https; browsers count loopback as safe.
 * Plain http on another name, which the operator has to allow in words, can only have the bare one.
 */
export function createSessionCookie(isSecure: boolean) {
  const name = isSecure ? '__Host-sid' : 'sid';
  const options = { path: '/', httpOnly: true, secure: isSecure, sameSite: 'Strict' } as const;
  return {
    read: (c: Context<AppEnv>) => getCookie(c, name),
    write: (c: Context<AppEnv>, id: string) => setCookie(c, name, id, options),
    clear: (c: Context<AppEnv>) => deleteCookie(c, name, options),
  };
}

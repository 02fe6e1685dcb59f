import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import * as v from 'valibot';
import type { AppEnv } from '../../app-env.ts';
import { basePathOf } from '../../base-path.ts';
import type { SealKeys } from '../../upstream/seal.ts';
import { openText, sealText } from './sealed-text.ts';

/** The time that a person has at the provider, for a second factor too. */
export const attemptMs = 10 * 60 * 1000;
/** Attempts at once in one browser; all their cookies travel with each request for `/sign-in`. */
const mostAttempts = 5;

const attemptSchema = v.object({
  nonce: v.string(),
  verifier: v.string(),
  to: v.string(),
  replaced: v.nullable(v.string()),
  until: v.number(),
});

/**
 * A sign-in on its way: what only the browser knows that began it.
 *
 * - `nonce`, `verifier`: bind the provider's answer to this attempt.
 * - `to`: the address to open afterwards, with its path.
 * - `replaced`: the handle of the session that the browser had before.
 * - `until`: the end of the attempt, in milliseconds since 1970.
 */
type Attempt = v.InferOutput<typeof attemptSchema>;

/**
 * The attempts of a browser, each in a sealed cookie of its own, so that two tabs can sign in at
 * once. Every replica opens the cookies of the others. `SameSite=Lax` lets them come along from the
 * provider's page.
 *
 * @param secrets the first seals, all open.
 */
export function createAttempts(publicOrigin: URL, secrets: () => SealKeys) {
  const secure = publicOrigin.protocol === 'https:';
  const prefix = `${secure ? '__Secure-' : ''}sign-in-`;
  const options = {
    path: `${basePathOf(publicOrigin)}/sign-in`,
    httpOnly: true,
    secure,
    sameSite: 'Lax',
  } as const;

  return {
    begin(c: Context<AppEnv>, state: string, attempt: Omit<Attempt, 'until'>): void {
      const text = JSON.stringify({ ...attempt, until: Date.now() + attemptMs } satisfies Attempt);
      const sealed = sealText(text, state, secrets()[0]);
      // A browser sends the oldest cookie first (RFC 6265, section 5.4).
      const names = Object.keys(getCookie(c)).filter((name) => name.startsWith(prefix));
      for (const name of names.slice(0, 1 - mostAttempts)) deleteCookie(c, name, options);
      setCookie(c, prefix + state, sealed, { ...options, maxAge: attemptMs / 1000 });
    },

    /** The attempt with this state that the request's browser began, or null. */
    find(c: Context<AppEnv>, state: string): Attempt | null {
      const text = openText(getCookie(c, prefix + state) ?? '', state, secrets());
      if (text === null) return null;
      const attempt = v.parse(attemptSchema, JSON.parse(text));
      return Date.now() < attempt.until ? attempt : null;
    },

    end: (c: Context<AppEnv>, state: string) => void deleteCookie(c, prefix + state, options),
  };
}

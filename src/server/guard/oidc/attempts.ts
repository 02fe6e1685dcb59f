import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import * as v from 'valibot';
import type { AppEnv } from '../../app-env.ts';
import { basePathOf } from '../../base-path.ts';
import type { SealKeys } from '../../upstream/seal.ts';

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

const keyOf = (secret: string) =>
  Buffer.from(hkdfSync('sha256', secret, '', 'rented-numbers sign-in', 32));

/**
 * Encrypts a text for a browser to hold.
 * @param scope the use of the text; it opens for this use only.
 */
export function sealText(text: string, scope: string, secret: string): string {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, keyOf(secret), nonce).setAAD(Buffer.from(scope));
  const sealed = [nonce, sealing.update(text, 'utf8'), sealing.final(), sealing.getAuthTag()];
  return Buffer.concat(sealed).toString('base64url');
}

/** @returns the text, or null when no secret opens it for this use. */
export function openText(sealed: string, scope: string, secrets: readonly string[]): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < nonceBytes + tagBytes) return null;
  const tagAt = bytes.length - tagBytes;
  for (const secret of secrets) {
    try {
      const opening = createDecipheriv(cipher, keyOf(secret), bytes.subarray(0, nonceBytes))
        .setAAD(Buffer.from(scope))
        .setAuthTag(bytes.subarray(tagAt));
      const text = opening.update(bytes.subarray(nonceBytes, tagAt));
      return Buffer.concat([text, opening.final()]).toString('utf8');
    } catch {
      // Sealed with another secret, or changed on the way.
    }
  }
  return null;
}

/** A longer address would not fit into a cookie beside those of other attempts. */
const mostLength = 1000;

/**
 * The address to open after signing in, as path, query and fragment of our own page.
 *
 * @param asked from a link, so from anybody: an address relative to the page. Anything but our own
 *   page becomes the page without a query.
 * @param home the address of our page.
 */
export function wayBack(asked: string | undefined, home: URL): string {
  if (asked === undefined || asked.length > mostLength || !URL.canParse(asked, home.href)) {
    return home.pathname;
  }
  const { origin, pathname, search, hash } = new URL(asked, home);
  const isOwn = origin === home.origin && pathname === home.pathname;
  return isOwn ? pathname + search + hash : home.pathname;
}

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

import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../app-env.ts';
import { ProblemError } from '../problem-error.ts';
import { addressOf, clientNetwork } from './client-address.ts';
import { verifyPassword } from './password.ts';
import { createSessionCookie } from './session-cookie.ts';
import type { SessionStore } from './session-store.ts';
import { createSignInThrottle } from './sign-in-throttle.ts';

export interface SignInOptions {
  passwordHash: string;
  store: SessionStore;
  /** Whether people come over https or loopback, where a Secure cookie works. */
  isSecure: boolean;
  trustedProxies: readonly string[];
}

/** Sessions by password: who is in, how one gets in and out. */
export function createSignIn({ passwordHash, store, isSecure, trustedProxies }: SignInOptions) {
  const cookie = createSessionCookie(isSecure);
  const throttle = createSignInThrottle();

  async function endCurrent(c: Context<AppEnv>) {
    const id = cookie.read(c);
    if (id) await store.end(id);
  }

  async function isSignedIn(c: Context<AppEnv>): Promise<boolean> {
    const id = cookie.read(c);
    return id !== undefined && store.touch(id);
  }

  return {
    isSignedIn,

    /** Lets nobody by who is not signed in. */
    required: createMiddleware<AppEnv>(async (c, next) => {
      if (!(await isSignedIn(c))) {
        throw new ProblemError('unauthenticated', 'Sign in to see the numbers.');
      }
      return next();
    }),

    /** Checks the password and starts a new session; whatever session came along ends. */
    async enter(c: Context<AppEnv>, password: string): Promise<void> {
      const client = addressOf(c, trustedProxies);
      const log = c.var.log.child({ client });
      const check = () => verifyPassword(password, passwordHash);
      const isRight = await throttle(clientNetwork(client), check).catch((error: unknown) => {
        log.warn({ event: 'sign_in_throttled' }, 'security');
        throw error;
      });
      if (!isRight) {
        log.warn({ event: 'sign_in_failed' }, 'security');
        throw new ProblemError('wrong_password', 'That is not the password.');
      }
      await endCurrent(c);
      cookie.write(c, await store.create());
      log.info({ event: 'signed_in' }, 'security');
    },

    /** Ends the session here, in the store, and in the browser. */
    async leave(c: Context<AppEnv>): Promise<void> {
      await endCurrent(c);
      cookie.clear(c);
      c.header('clear-site-data', '"cache", "cookies"');
      c.var.log.info({ event: 'signed_out' }, 'security');
    },
  };
}

export type SignInGate = ReturnType<typeof createSignIn>;

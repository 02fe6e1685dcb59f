import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../app-env.ts';
import { basePathOf } from '../base-path.ts';
import { type Person, passwordPerson } from '../people/person.ts';
import { ProblemError } from '../problem-error.ts';
import { securityEvent } from '../security-event.ts';
import type { SessionStore } from '../shared/sessions.ts';
import { verifyPassword } from './password.ts';
import { createSessionCookie } from './session-cookie.ts';
import { createSignInThrottle } from './sign-in-throttle.ts';

export interface SignInOptions {
  /** The hash of the password at the start. */
  passwordHash: string;
  store: SessionStore;
  /** The address that people use, unless it is the listening address. */
  publicOrigin: URL | null;
}

/** Sessions by password: signing in, signing out, and the check of a session. */
export function createSignIn({ passwordHash: firstHash, store, publicOrigin }: SignInOptions) {
  let passwordHash = firstHash;
  const cookie = createSessionCookie(publicOrigin);
  const throttle = createSignInThrottle();

  async function endCurrent(c: Context<AppEnv>) {
    const id = cookie.read(c);
    if (id) await store.end(id);
  }

  /** The person of the request's session, or null. */
  async function personOf(c: Context<AppEnv>): Promise<Person | null> {
    const known = c.var.person;
    if (known !== undefined) return known;
    const id = cookie.read(c);
    const person = id === undefined ? null : await store.touch(id);
    c.set('person', person);
    return person;
  }

  const isSignedIn = async (c: Context<AppEnv>) => (await personOf(c)) !== null;

  return {
    isSignedIn,
    personOf,

    /** Refuses requests without a live session. */
    required: createMiddleware<AppEnv>(async (c, next) => {
      if (!(await isSignedIn(c))) {
        throw new ProblemError('unauthenticated', 'Sign in to see the numbers.');
      }
      return next();
    }),

    /** Checks the password and starts a new session; the request's old session ends. */
    async enter(c: Context<AppEnv>, password: string): Promise<void> {
      const hash = passwordHash;
      const check = async () => (await verifyPassword(password, hash)) && hash === passwordHash;
      const isRight = await throttle(c.var.client, check).catch((error: unknown) => {
        securityEvent(c, 'sign_in_throttled');
        throw error;
      });
      if (!isRight) {
        securityEvent(c, 'sign_in_failed');
        throw new ProblemError('wrong_password', 'Wrong password.');
      }
      await endCurrent(c);
      const id = await store.create(passwordPerson);
      // The password may have changed since the check; the change has ended all sessions but this.
      if (hash !== passwordHash) {
        await store.end(id);
        throw new ProblemError('wrong_password', 'The password has just been changed.');
      }
      cookie.write(c, id);
      c.set('person', passwordPerson);
      securityEvent(c, 'signed_in');
    },

    /** Sets another password and ends all sessions: everybody has to sign in again. */
    async changePassword(hash: string): Promise<void> {
      passwordHash = hash;
      await store.endAll();
    },

    /** Ends the session, in the store and in the browser. */
    async leave(c: Context<AppEnv>): Promise<void> {
      await endCurrent(c);
      cookie.clear(c);
      // Below a path, the browser would also delete the cookies of other programs on the host.
      const isAlone = basePathOf(publicOrigin) === '';
      c.header('clear-site-data', isAlone ? '"cache", "cookies"' : '"cache"');
      securityEvent(c, 'signed_out');
    },
  };
}

export type SignInGate = ReturnType<typeof createSignIn>;

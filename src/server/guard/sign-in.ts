import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../app-env.ts';
import { basePathOf } from '../base-path.ts';
import { type Person, personOfPassword } from '../people/person.ts';
import { ProblemError } from '../problem-error.ts';
import { securityEvent } from '../security-event.ts';
import { handleOf, type SessionStore } from '../shared/sessions.ts';
import type { Throttle } from '../shared/throttle.ts';
import { verifyPassword } from './password.ts';
import { createSessionCookie } from './session-cookie.ts';
import { createSessionEnds } from './session-ends.ts';
import { createSignInThrottle } from './sign-in-throttle.ts';

interface SignInOptions {
  /** The hash of the password at the start; null when only the company's provider signs people in. */
  passwordHash: string | null;
  /** The company's provider; null without one. */
  issuer: URL | null;
  store: SessionStore;
  throttle: Throttle;
  /** The address that people use, unless it is the listening address. */
  publicOrigin: URL | null;
}

/** Issuers are compared as texts, but for a slash at the end, which people add or leave out. */
const isSameIssuer = (named: string, { href }: URL) =>
  named.replace(/\/$/, '') === href.replace(/\/$/, '');

/** Sessions: signing in by password or as a known person, signing out, and the check of a session. */
export function createSignIn({
  passwordHash: firstHash,
  issuer,
  store,
  throttle,
  publicOrigin,
}: SignInOptions) {
  let passwordHash = firstHash;
  const cookie = createSessionCookie(publicOrigin);
  const tryOnce = createSignInThrottle(throttle);
  const ends = createSessionEnds(store);

  function recognise(c: Context<AppEnv>, person: Person) {
    c.set('person', person);
    c.set('log', c.var.log.child({ person: person.name }));
  }

  /**
   * Whether a session counts under the settings in force: a restart with another password, or without
   * the provider, leaves the sessions of before in a shared store.
   */
  function counts({ provider, password }: Person): boolean {
    if (provider !== null) return issuer !== null && isSameIssuer(provider.issuer, issuer);
    return passwordHash !== null && password === personOfPassword(passwordHash).password;
  }

  /** The handle of the session that a request names, living or not. */
  function handleIn(c: Context<AppEnv>): string | null {
    const id = cookie.read(c);
    return id ? handleOf(id) : null;
  }

  async function endCurrent(c: Context<AppEnv>) {
    const handle = handleIn(c);
    if (handle !== null) await store.endOne(handle);
  }

  /** The person of a session; while the store is away, reading goes on for a short while. */
  async function touch(c: Context<AppEnv>, id: string): Promise<Person | null> {
    try {
      return await store.touch(id);
    } catch (error) {
      const isReading = c.req.method === 'GET' || c.req.method === 'HEAD';
      const person = isReading ? store.recall(id) : null;
      if (person === null) throw error;
      return person;
    }
  }

  /**
   * The person of the request's session, or null.
   * @throws ProblemError `store_unavailable`, which signs nobody out.
   */
  async function personOf(c: Context<AppEnv>): Promise<Person | null> {
    const known = c.var.person;
    if (known !== undefined) return known;
    const id = cookie.read(c);
    if (!id) {
      c.set('person', null);
      return null;
    }
    const handle = handleOf(id);
    const sessionEnd = ends.signalOf(handle);
    const person = await touch(c, id);
    if (person === null || !counts(person)) {
      if (person !== null) await store.endOne(handle).catch(() => {});
      ends.forget(handle);
      c.set('person', null);
      return null;
    }
    c.set('sessionEnd', sessionEnd);
    recognise(c, person);
    return person;
  }

  const isSignedIn = async (c: Context<AppEnv>) => (await personOf(c)) !== null;

  return {
    hasPassword: firstHash !== null,
    isSignedIn,
    personOf,
    handleIn,

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
      if (hash === null) throw new ProblemError('wrong_password', 'No password is set.');
      const check = async () => (await verifyPassword(password, hash)) && hash === passwordHash;
      const isRight = await tryOnce(c.var.client, check).catch((error: unknown) => {
        const isThrottled = error instanceof ProblemError && error.code === 'throttled';
        if (isThrottled) securityEvent(c, 'sign_in_throttled');
        throw error;
      });
      if (!isRight) {
        securityEvent(c, 'sign_in_failed', { by: 'password' });
        throw new ProblemError('wrong_password', 'Wrong password.');
      }
      await endCurrent(c);
      const person = personOfPassword(hash);
      const id = await store.create(person);
      // The password may have changed since the check; the change has ended all sessions but this.
      if (hash !== passwordHash) {
        await store.end(id);
        throw new ProblemError('wrong_password', 'The password has just been changed.');
      }
      cookie.write(c, id);
      recognise(c, person);
      securityEvent(c, 'signed_in', { by: 'password' });
    },

    /**
     * Starts a session of somebody whom the company's provider vouches for.
     * @param replaced the handle of the browser's session from before, which ends.
     * @param hasLeft whether the person has logged out at the provider meanwhile.
     * @returns whether the session was started.
     */
    async enterAs(
      c: Context<AppEnv>,
      person: Person,
      replaced: string | null,
      hasLeft: () => Promise<boolean>,
    ): Promise<boolean> {
      if (replaced !== null) await store.endOne(replaced);
      const id = await store.create(person);
      // Asked only now: a logout from here on finds the session and ends it.
      if (await hasLeft()) {
        await store.end(id);
        return false;
      }
      cookie.write(c, id, publicOrigin?.protocol === 'https:');
      recognise(c, person);
      const { role } = person;
      securityEvent(c, 'signed_in', { by: 'company', role, subject: person.provider?.subject });
      return true;
    },

    /** Sets another password and ends the sessions of all who signed in with the old one. */
    async changePassword(hash: string): Promise<void> {
      passwordHash = hash;
      await store.endAll('password');
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

import type { Context, Next } from 'hono';
import { createMiddleware } from 'hono/factory';
import { LRUCache } from 'lru-cache';
import type { AppEnv } from '../app-env.ts';
import { ProblemError } from '../problem-error.ts';
import { clientNetwork } from './client-address.ts';
import type { SignInGate } from './sign-in.ts';

const maxUrlLength = 4096;
/** Requests under way at once, of people who may see the numbers: of all, and of one client. */
const people = { all: 400, each: 150 };
/**
 * Requests under way of strangers, who can only try to sign in. Such a request costs a connection
 * and a few bytes while its body arrives, so the total is bounded only to save memory.
 */
const strangers = { all: 2000, each: 20 };
/**
 * Requests under way for signing in at the company's provider. A whole company may come from one
 * address.
 */
const signingIn = { all: 400, each: 150 };
const retryAfterMs = 1000;

/** Refuses an address over 4 KiB, which the page never sends. */
export const urlLimit = createMiddleware<AppEnv>(async (c, next) =>
  (c.env?.incoming?.url ?? c.req.url).length > maxUrlLength ? c.body(null, 414) : next(),
);

/** Slots for so much at once, of all clients and of one. */
export function createSlots({ all: mostAll, each: mostEach }: typeof people) {
  const each = new LRUCache<string, number>({ max: 10_000 });
  let all = 0;

  function count(client: string, by: 1 | -1) {
    all += by;
    each.set(client, Math.max(0, (each.get(client) ?? 0) + by));
  }

  /**
   * Takes a slot, and returns the function that frees it.
   * @throws ProblemError `busy` when no slot is free.
   */
  function take(c: Context<AppEnv>): () => void {
    const client = clientNetwork(c.var.client);
    if (all >= mostAll || (each.get(client) ?? 0) >= mostEach) {
      throw new ProblemError('busy', 'Too many requests at once.', { retryAfterMs });
    }
    count(client, 1);
    let isTaken = true;
    return () => {
      if (isTaken) count(client, -1);
      isTaken = false;
    };
  }

  return {
    take,
    async run(c: Context<AppEnv>, next: Next): Promise<void> {
      const leave = take(c);
      try {
        await next();
      } finally {
        leave();
      }
    },
  };
}

/**
 * Limits the requests under way, of one client and of all clients. Strangers have slots of their
 * own, so half-sent requests of theirs take no slot from people who are signed in.
 */
export function inFlightLimit(signIn: Pick<SignInGate, 'isSignedIn'> | null) {
  const ofPeople = createSlots(people);
  const ofStrangers = createSlots(strangers);
  return createMiddleware<AppEnv>(async (c, next) => {
    const isIn = signIn === null || (await signIn.isSignedIn(c));
    await (isIn ? ofPeople : ofStrangers).run(c, next);
  });
}

/** Limits the requests under way for signing in at the company's provider. */
export function signInLimit() {
  const { run } = createSlots(signingIn);
  return createMiddleware<AppEnv>(run);
}

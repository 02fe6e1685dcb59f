import { createMiddleware } from 'hono/factory';
import { LRUCache } from 'lru-cache';
import type { AppEnv } from '../app-env.ts';
import { ProblemError } from '../problem-error.ts';
import { clientNetwork } from './client-address.ts';
import type { SignInGate } from './sign-in.ts';

const maxUrlLength = 4096;
/** Requests being answered at once: of everybody who may see the numbers, and of one client. */
const people = { all: 400, each: 150 };
/**
 * Of those who are not signed in, who can only try to be. One of theirs costs a connection and some
 * bytes while its body is on the way, so only memory bounds all of them.
 */
const strangers = { all: 2000, each: 20 };
const retryAfterMs = 1000;

/** Refuses what no page of ours asks: an address over 4 KiB. */
export const urlLimit = createMiddleware<AppEnv>(async (c, next) =>
  (c.env?.incoming?.url ?? c.req.url).length > maxUrlLength ? c.body(null, 414) : next(),
);

function createPlaces({ all: mostAll, each: mostEach }: typeof people) {
  const each = new LRUCache<string, number>({ max: 10_000 });
  let all = 0;
  return {
    take(client: string) {
      const mine = each.get(client) ?? 0;
      if (all >= mostAll || mine >= mostEach) {
        throw new ProblemError('busy', 'Too many requests at once.', { retryAfterMs });
      }
      all += 1;
      each.set(client, mine + 1);
    },
    giveBack(client: string) {
      all -= 1;
      each.set(client, (each.get(client) ?? 1) - 1);
    },
  };
}

/**
 * Keeps one client, and all of them, from piling requests up. Strangers have places of their own:
 * whatever they leave half sent takes none from people who are signed in.
 */
export function inFlightLimit(signIn: Pick<SignInGate, 'isSignedIn'> | null) {
  const ofPeople = createPlaces(people);
  const ofStrangers = createPlaces(strangers);
  return createMiddleware<AppEnv>(async (c, next) => {
    const isIn = signIn === null || (await signIn.isSignedIn(c));
    const places = isIn ? ofPeople : ofStrangers;
    const client = clientNetwork(c.var.client);
    places.take(client);
    try {
      await next();
    } finally {
      places.giveBack(client);
    }
  });
}

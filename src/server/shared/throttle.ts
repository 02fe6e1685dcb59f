import { LRUCache } from 'lru-cache';
import { ProblemError } from '../problem-error.ts';

/** Wrong tries without a wait; each further one doubles the wait, up to five minutes. */
const freeTries = 5;
/** While many clients guess at once, as a network of hijacked machines does. */
const freeTriesWhileMany = 1;
export const mostWaitMs = 5 * 60 * 1000;
export const forgottenAfterMs = 60 * 60 * 1000;
/** Wrong tries of all clients in an hour, from which on each client has fewer free ones. */
export const manyWrong = 200;
/** The answer to a client whose last try is still being checked. */
export const busyMs = 1000;

/** The result of a try; an unchecked try does not count. */
export type Outcome = 'right' | 'wrong' | 'unchecked';

/**
 * The count of wrong passwords. Only a client's own wrong passwords make it wait, and one try of a
 * client is checked at a time.
 */
export interface Throttle {
  /**
   * Begins a try. The try counts as a wrong one until its end is told, so that a loss of the store
   * gives no free try.
   * @returns the function that tells the end of the try; may fail with `store_unavailable`.
   * @throws ProblemError `throttled` when the client has to wait, with the time; or
   *   `store_unavailable`.
   */
  begin(client: string): Promise<(outcome: Outcome) => Promise<void>>;
}

export const throttled = (retryAfterMs: number) =>
  new ProblemError('throttled', 'Too many attempts to sign in. Wait, then try again.', {
    retryAfterMs,
  });

export const freeTriesFor = (wrongOfAll: number) =>
  wrongOfAll < manyWrong ? freeTries : freeTriesWhileMany;

/** The wait after a number of wrong tries of one client. */
function waitAfter(wrong: number, wrongOfAll: number): number {
  const beyond = wrong - freeTriesFor(wrongOfAll);
  return beyond < 0 ? 0 : Math.min(mostWaitMs, 1000 * 2 ** beyond);
}

const mostClients = 10_000;

interface Record {
  wrong: number;
  /** The client's next try is refused before this moment. */
  until: number;
  isBusy: boolean;
}

/** Wrong passwords in the memory of this process. */
export function createMemoryThrottle(now: () => number = () => performance.now()): Throttle {
  const clients = new LRUCache<string, Record>({ max: mostClients, ttl: forgottenAfterMs });
  let ofAll = { wrong: 0, until: 0 };

  function countWrong(): number {
    if (now() >= ofAll.until) ofAll = { wrong: 0, until: now() + forgottenAfterMs };
    ofAll.wrong += 1;
    return ofAll.wrong;
  }

  return {
    async begin(client) {
      const record = clients.get(client) ?? { wrong: 0, until: 0, isBusy: false };
      if (now() < record.until) throw throttled(Math.ceil(record.until - now()));
      if (record.isBusy) throw throttled(busyMs);
      record.isBusy = true;
      clients.set(client, record);
      return async (outcome: Outcome) => {
        record.isBusy = false;
        if (outcome === 'unchecked') return;
        record.wrong = outcome === 'right' ? 0 : record.wrong + 1;
        record.until = outcome === 'right' ? 0 : now() + waitAfter(record.wrong, countWrong());
      };
    },
  };
}

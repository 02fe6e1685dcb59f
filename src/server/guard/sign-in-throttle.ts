import { LRUCache } from 'lru-cache';
import { ProblemError } from '../problem-error.ts';
import { clientNetwork } from './client-address.ts';
import { createFairLine } from './fair-line.ts';
import { networksOf } from './networks.ts';

/** Tries without a wait; after them each wrong password doubles the wait, up to five minutes. */
const freeTries = 5;
const mostWaitMs = 5 * 60 * 1000;
const forgottenAfterMs = 60 * 60 * 1000;
const mostClients = 10_000;
/**
 * Password checks at once, and waiting ones, in the whole process: each running check takes 32 MiB.
 */
const mostRunning = 2;
const mostWaiting = 30;

interface Record {
  wrong: number;
  /** The client's next try is refused before this moment. */
  until: number;
  isBusy: boolean;
}

const throttled = (retryAfterMs: number) =>
  new ProblemError('throttled', 'Too many attempts to sign in. Wait, then try again.', {
    retryAfterMs,
  });

/**
 * Slows down guessing, per client and overall. Only a client's own wrong passwords slow it down,
 * and a client has one check at a time. The waiting line is fair by network, so a stranger with
 * many addresses keeps nobody else out.
 */
export function createSignInThrottle(now: () => number = () => performance.now()) {
  const clients = new LRUCache<string, Record>({ max: mostClients, ttl: forgottenAfterMs });
  const enter = createFairLine({ mostRunning, mostWaiting, full: () => throttled(1000) });

  /** Runs one check for an address; @throws ProblemError `throttled` without running it. */
  return async function throttle(address: string, check: () => Promise<boolean>): Promise<boolean> {
    const client = clientNetwork(address);
    const record = clients.get(client) ?? { wrong: 0, until: 0, isBusy: false };
    if (now() < record.until) throw throttled(Math.ceil(record.until - now()));
    if (record.isBusy) throw throttled(1000);
    record.isBusy = true;
    clients.set(client, record);
    try {
      const leave = await enter(networksOf(address));
      const isRight = await check().finally(leave);
      record.wrong = isRight ? 0 : record.wrong + 1;
      const beyond = record.wrong - freeTries;
      record.until = beyond < 0 ? 0 : now() + Math.min(mostWaitMs, 1000 * 2 ** beyond);
      return isRight;
    } finally {
      record.isBusy = false;
    }
  };
}

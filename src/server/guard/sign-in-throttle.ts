import type { Outcome, Throttle } from '../shared/throttle.ts';
import { throttled } from '../shared/throttle.ts';
import { clientNetwork } from './client-address.ts';
import { createFairLine } from './fair-line.ts';
import { networksOf } from './networks.ts';

/**
 * Password checks at once, and waiting ones, in the whole process: each running check takes 32 MiB.
 */
const mostRunning = 2;
const mostWaiting = 30;

/**
 * Slows down guessing, per client and overall. Only a client's own wrong passwords slow it down,
 * and a client has one check at a time. The waiting line is fair by network, so a stranger with
 * many addresses keeps nobody else out.
 */
export function createSignInThrottle(throttle: Throttle) {
  const enter = createFairLine({ mostRunning, mostWaiting, full: () => throttled(1000) });

  /**
   * Runs one check for an address.
   * @throws ProblemError `throttled` or `store_unavailable` without running it, or without telling
   *   what it found.
   */
  return async function tryOnce(address: string, check: () => Promise<boolean>): Promise<boolean> {
    const end = await throttle.begin(clientNetwork(address));
    let outcome: Outcome = 'unchecked';
    try {
      const leave = await enter(networksOf(address));
      const isRight = await check().finally(leave);
      outcome = isRight ? 'right' : 'wrong';
      return isRight;
    } finally {
      await end(outcome);
    }
  };
}

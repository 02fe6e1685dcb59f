import { isIPv4 } from 'node:net';
import { type Outcome, type Throttle, throttled } from '../shared/throttle.ts';
import { clientNetwork } from './client-address.ts';

/**
 * The networks that hold an address, the widest first: /32, /48 and /64 of an IPv6 address, the
 * usual sizes for a provider, a site and a subscriber (RFC 6177), and /16, /24 and /32 of an IPv4
 * address.
 */
export function networksOf(address: string): string[] {
  const own = clientNetwork(address);
  const separator = isIPv4(own) ? '.' : ':';
  const parts = own.replace('::/64', '').split(separator);
  if (parts.length !== 4) return [own];
  const first = (count: number) => parts.slice(0, count).join(separator);
  return [first(2), first(3), own];
}

interface Waiting {
  networks: readonly string[];
  begin: () => void;
  refuse: (error: Error) => void;
}

interface FairLineOptions {
  /** Turns at once, at the most. */
  mostRunning: number;
  /** Waiting callers, at the most. */
  mostWaiting: number;
  /** The error for a caller who finds the line full, or is pushed out by another. */
  full: () => Error;
}

/**
 * A waiting line that serves quiet networks first: callers are compared by how many others of their
 * networks are in the line, the widest network first. Many addresses of one network push only each
 * other out.
 */
export function createFairLine({ mostRunning, mostWaiting, full }: FairLineOptions) {
  const counts = new Map<string, number>();
  const waiting: Waiting[] = [];
  let running = 0;

  function count(networks: readonly string[], by: 1 | -1) {
    for (const network of networks) {
      const next = (counts.get(network) ?? 0) + by;
      if (next === 0) counts.delete(network);
      else counts.set(network, next);
    }
  }

  /** Negative when the networks of `a` are quieter than those of `b`. */
  function compare(a: Waiting, b: Waiting): number {
    for (const [at, network] of a.networks.entries()) {
      const difference = (counts.get(network) ?? 0) - (counts.get(b.networks[at] ?? '') ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  const take = (one: Waiting) => waiting.splice(waiting.indexOf(one), 1);

  /** The quietest caller; of equals, the first who came. */
  const quietest = () => waiting.reduce((best, one) => (compare(one, best) < 0 ? one : best));
  /** The loudest caller; of equals, the last who came. */
  const loudest = () => waiting.reduce((worst, one) => (compare(one, worst) >= 0 ? one : worst));

  function leave(networks: readonly string[]) {
    count(networks, -1);
    if (waiting.length === 0) {
      running -= 1;
      return;
    }
    const next = quietest();
    take(next);
    next.begin();
  }

  /**
   * Waits for a turn. `networks` lists the caller's networks, the widest first.
   * @returns the function that ends the turn.
   * @throws the error of `full` when there is no place.
   */
  return async function enter(networks: readonly string[]): Promise<() => void> {
    count(networks, 1);
    if (running < mostRunning) {
      running += 1;
    } else {
      await new Promise<void>((begin, refuse) => {
        waiting.push({ networks, begin, refuse });
        if (waiting.length <= mostWaiting) return;
        const last = loudest();
        take(last);
        count(last.networks, -1);
        last.refuse(full());
      });
    }
    return () => leave(networks);
  };
}

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

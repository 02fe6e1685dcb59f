import type { Leases } from './leases.ts';

/**
 * Leases in the memory of this process.
 * @param now milliseconds of a clock that never goes back.
 */
export function createMemoryLeases(now: () => number = () => performance.now()): Leases {
  const held = new Map<string, { fence: number; until: number }>();
  let lastFence = 0;
  const isTaken = (name: string) => (held.get(name)?.until ?? Number.NEGATIVE_INFINITY) > now();

  return {
    isHeld: async (name) => isTaken(name),
    async take(name, ms) {
      if (isTaken(name)) return null;
      lastFence += 1;
      const lease = { fence: lastFence, until: now() + ms };
      held.set(name, lease);
      const isHeld = () => held.get(name) === lease && lease.until > now();
      return {
        fence: lease.fence,
        async renew(moreMs) {
          if (!isHeld()) return false;
          lease.until = now() + moreMs;
          return true;
        },
        async release() {
          if (held.get(name) === lease) held.delete(name);
        },
      };
    },
  };
}

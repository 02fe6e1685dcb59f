import * as v from 'valibot';
import { keyOf } from './keys.ts';
import type { Script, SharedStore } from './shared-store.ts';

/** A right to do a piece of work alone, for a short time. */
export interface Lease {
  /**
   * Larger than the fence of every earlier lease of the name. Whoever takes work of lease holders
   * refuses a smaller fence than the largest one seen, as a holder may sleep past its time.
   */
  readonly fence: number;
  /**
   * Holds the lease for that many milliseconds from now on.
   * @returns false when the lease is over, and may be another's. May fail with `store_unavailable`.
   */
  renew(ms: number): Promise<boolean>;
  /** Gives the lease back, unless it is over. May fail with `store_unavailable`. */
  release(): Promise<void>;
}

/** Leases by name: of all replicas, one holds a name. */
export interface Leases {
  /**
   * Takes a name for that many milliseconds.
   * @returns null while another holds the name. May fail with `store_unavailable`.
   */
  take(name: string, ms: number): Promise<Lease | null>;
  /** Whether somebody holds a name. May fail with `store_unavailable`. */
  isHeld(name: string): Promise<boolean>;
}

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

/** Longer than a process could sleep and wake up as the holder of a lease. */
const fencesKeptMs = 7 * 24 * 60 * 60 * 1000;

/**
 * KEYS: lease, last fence. ARGV: time, how long fences are kept. A fence is at least the time in
 * microseconds, so that fences also grow where the store lost the last one. @returns the fence, or nil.
 */
const takeScript: Script = {
  name: 'takeLease',
  lua: `
if redis.call('EXISTS', KEYS[1]) == 1 then return nil end
local time = redis.call('TIME')
local fence = math.max(time[1] * 1000000 + time[2], (redis.call('GET', KEYS[2]) or 0) + 1)
redis.call('SET', KEYS[2], string.format('%.0f', fence), 'PX', ARGV[2])
redis.call('SET', KEYS[1], string.format('%.0f', fence), 'PX', ARGV[1])
return fence`,
};

/** KEYS: lease. ARGV: fence, time. @returns 1 when the lease was still held. */
const renewScript: Script = {
  name: 'renewLease',
  lua: `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])`,
};

/** KEYS: lease. ARGV: fence. */
const releaseScript: Script = {
  name: 'releaseLease',
  lua: `if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end`,
};

const fenceSchema = v.nullable(v.number());

/** Leases in the store, by its clock. */
export function createStoreLeases(store: SharedStore): Leases {
  return {
    isHeld: async (name) => (await store.ask((redis) => redis.exists(keyOf('lease', name)))) === 1,
    async take(name, ms) {
      const keys = [keyOf('lease', name), keyOf('fence', name)];
      const fence = v.parse(fenceSchema, await store.run(takeScript, keys, [ms, fencesKeptMs]));
      if (fence === null) return null;
      const [lease = ''] = keys;
      return {
        fence,
        renew: async (moreMs) => (await store.run(renewScript, [lease], [fence, moreMs])) === 1,
        release: async () => void (await store.run(releaseScript, [lease], [fence])),
      };
    },
  };
}

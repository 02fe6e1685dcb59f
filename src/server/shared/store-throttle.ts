import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import * as v from 'valibot';
import { clock } from './clock.ts';
import { keyOf } from './keys.ts';
import type { Script, SharedStore } from './shared-store.ts';
import {
  busyMs,
  forgottenAfterMs,
  freeTriesFor,
  manyWrong,
  mostWaitMs,
  type Outcome,
  type Throttle,
  throttled,
} from './throttle.ts';

/** Longer than a try waits and is checked; after it the replica that took the try must be gone. */
const longestTryMs = 60_000;

/** The rules as ARGV: 2 free tries, 3 the fewer ones, 4 many, 5 the longest wait, 6 forgotten after. */
const rules = [freeTriesFor(0), freeTriesFor(manyWrong), manyWrong, mostWaitMs, forgottenAfterMs];

const waitAfter = `
local function waitAfter(wrong)
  local ofAll = tonumber(redis.call('GET', KEYS[2]) or 0)
  local free = ofAll < tonumber(ARGV[4]) and ARGV[2] or ARGV[3]
  return wrong < tonumber(free) and 0 or math.min(ARGV[5], 1000 * 2 ^ (wrong - free))
end`;

/**
 * KEYS: client, all. ARGV: try, rules, 7 longest time of a try, 8 the wait for another try.
 * @returns 0, or the milliseconds to wait.
 */
const beginScript: Script = {
  name: 'beginTry',
  lua: `${clock}${waitAfter}
local client = redis.call('HMGET', KEYS[1], 'wrong', 'until', 'busy')
if client[3] and tonumber(client[3]) > now then return tonumber(ARGV[8]) end
if client[2] and tonumber(client[2]) > now then return math.ceil(client[2] - now) end
local wrong = (client[1] or 0) + 1
redis.call('HSET', KEYS[1], 'try', ARGV[1], 'busy', now + ARGV[7],
  'wrong', wrong, 'until', now + waitAfter(wrong))
redis.call('PEXPIRE', KEYS[1], ARGV[6])
return 0`,
};

/**
 * KEYS: client, all. ARGV: try, rules, 7 outcome. A try that took too long ends nothing of a later
 * one. @returns the milliseconds that the client has to wait now.
 */
const endScript: Script = {
  name: 'endTry',
  lua: `${clock}${waitAfter}
if ARGV[7] == 'right' then
  redis.call('DEL', KEYS[1])
  return 0
end
local client = redis.call('HMGET', KEYS[1], 'try', 'wrong')
if client[1] ~= ARGV[1] then return 0 end
if ARGV[7] == 'wrong' then
  if redis.call('INCR', KEYS[2]) == 1 then redis.call('PEXPIRE', KEYS[2], ARGV[6]) end
  local wait = waitAfter(tonumber(client[2]))
  redis.call('HSET', KEYS[1], 'busy', 0, 'until', now + wait)
  return wait
end
if tonumber(client[2]) > 1 then
  redis.call('HSET', KEYS[1], 'busy', 0, 'until', 0, 'wrong', client[2] - 1)
else
  redis.call('DEL', KEYS[1])
end
return 0`,
};

const ofAll = keyOf('wrong-passwords');
const keysOf = (client: string) => [keyOf('wrong-passwords', client), ofAll];

const waitSchema = v.number();

/**
 * Wrong passwords in the store, where all replicas count them together. A pause that this replica
 * knows holds also while the store is away.
 */
export function createStoreThrottle(store: SharedStore): Throttle {
  const pauses = new LRUCache<string, number>({ max: 10_000 });

  /** Remembers the time that the store asked a client to wait. */
  function pause(client: string, waitMs: number) {
    if (waitMs > 0) pauses.set(client, performance.now() + waitMs);
  }

  return {
    async begin(client) {
      const knownMs = (pauses.get(client) ?? 0) - performance.now();
      if (knownMs > 0) throw throttled(Math.ceil(knownMs));
      const id = randomUUID();
      const begun = await store.run(beginScript, keysOf(client), [
        ...[id, ...rules],
        ...[longestTryMs, busyMs],
      ]);
      const waitMs = v.parse(waitSchema, begun);
      if (waitMs > busyMs) pause(client, waitMs);
      if (waitMs > 0) throw throttled(waitMs);
      return async (outcome: Outcome) => {
        const ended = await store.run(endScript, keysOf(client), [id, ...rules, outcome]);
        pause(client, v.parse(waitSchema, ended));
      };
    },
  };
}

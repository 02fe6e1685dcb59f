import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { clock } from './clock.ts';
import { keyOf } from './keys.ts';
import type { Script, SharedStore } from './shared-store.ts';

const beatEveryMs = 1000;
/** A replica without a beat for so long counts no more. */
const rememberedMs = 5000;

/**
 * KEYS: replicas. ARGV: this replica, milliseconds until it is forgotten, channel of new ones.
 * @returns how many there are.
 */
const beatScript: Script = {
  name: 'beat',
  lua: `${clock}
local isNew = redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1]) == 1
if isNew then redis.call('PUBLISH', ARGV[3], ARGV[1]) end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return redis.call('ZCARD', KEYS[1])`,
};

/** The processes that share a store. */
export interface Replicas {
  /** How many there were when the store answered last; null before the first answer. */
  count(): number | null;
  close(): void;
}

export function createReplicas(store: SharedStore): Replicas {
  const id = randomUUID();
  const channel = keyOf('replicas-news');
  let count: number | null = null;

  async function beat() {
    if (!store.isUp()) return;
    const answer = await store.run(beatScript, [keyOf('replicas')], [id, rememberedMs, channel]);
    count = v.parse(v.number(), answer);
  }
  // While the store is lost, the last number stands.
  const tryBeat = () => void beat().catch(() => {});

  void store.firstUp.then(tryBeat);
  // A new replica is known at once, because each then has a smaller part.
  const stopListening = store.listen(channel, (newId) => {
    if (newId !== id) tryBeat();
  });
  const beating = setInterval(tryBeat, beatEveryMs);
  beating.unref();
  return {
    count: () => count,
    close() {
      stopListening();
      clearInterval(beating);
    },
  };
}

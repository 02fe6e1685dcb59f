import type { Logger } from 'pino';
import { digestOf } from './keys.ts';
import { createStoreLeases } from './leases.ts';
import { createStoreMarks } from './marks.ts';
import { createReplicas, type Replicas } from './replicas.ts';
import type { Shared, SharedAccount } from './shared.ts';
import { connectStore, type SharedStore } from './shared-store.ts';
import type { StoreAddress } from './store-address.ts';
import { createStoreGate } from './store-gate.ts';
import { createStorePages } from './store-pages.ts';
import { createStoreSessions } from './store-sessions.ts';
import { createStoreThrottle } from './store-throttle.ts';
import { createStoreWalks } from './store-walks.ts';

/**
 * Why a store may not be used, as one line that names the remedy; null for one that may.
 * @param info the store's answer to `INFO`.
 */
function unfitnessOf(info: string): string | null {
  const [, policy = ''] = /^maxmemory_policy:(\S+)/m.exec(info) ?? [];
  if (policy.startsWith('allkeys-')) {
    // Such a store forgets sessions and the count of wrong passwords when its memory is full.
    return `The shared store of SHARED_URL has maxmemory-policy ${policy}, which forgets sessions and pauses: set volatile-ttl or noeviction.`;
  }
  if (/^cluster_enabled:1/m.test(info)) {
    return 'The shared store of SHARED_URL is a part of a cluster, which answers for some keys only: name a single server of Redis or Valkey, or Sentinels.';
  }
  return null;
}

/** How long the start waits for the store before requests are taken without it. */
const mostStartMs = 2000;

interface Surroundings {
  logger: Logger;
  /** How long a session that this replica saw alive is read without the store. */
  graceMs: number;
  /** Called with one line when the store may not be used, at the start, when it is first met, or on its return. */
  refuse: (problem: string) => void;
  /** Called for each command that the store did not carry out. */
  failed?: () => void;
}

/** Looks at the settings of the store. */
async function checkFitness(store: SharedStore, { logger, refuse }: Surroundings): Promise<void> {
  const info = await store
    .ask((redis) => redis.info())
    .catch(({ cause }: Error) => {
      logger.warn({ cause: String(cause) }, 'settings of the shared store unknown');
      return '';
    });
  const problem = unfitnessOf(info);
  if (problem !== null) refuse(problem);
}

function createAccount(store: SharedStore, replicas: Replicas, key: string): SharedAccount {
  const account = digestOf(key);
  return {
    gate: (concurrency) => createStoreGate({ store, replicas, account, concurrency }),
    pages: createStorePages(store, account),
    walks: createStoreWalks(store, key),
  };
}

/** What all replicas share, in a store that speaks the protocol of Redis. */
export async function connectShared(
  address: StoreAddress,
  surroundings: Surroundings,
): Promise<Shared> {
  const { logger, graceMs, failed } = surroundings;
  const store = connectStore(address, logger, failed);
  const late = new Promise<void>((resolve) => {
    setTimeout(resolve, mostStartMs).unref();
  });
  async function checkAlways() {
    await store.firstUp;
    // Another store may answer at the address later, or the same one with other settings.
    store.onReturn(() => void checkFitness(store, surroundings));
    await checkFitness(store, surroundings);
  }
  await Promise.race([checkAlways(), late]);
  const replicas = createReplicas(store);
  return {
    sessions: createStoreSessions(store, graceMs),
    marks: createStoreMarks(store),
    throttle: createStoreThrottle(store),
    leases: createStoreLeases(store),
    account: (key) => createAccount(store, replicas, key),
    isReady: store.hasBeenUp,
    health: () => ({ kind: 'engine', is_up: store.isUp() }),
    async close() {
      replicas.close();
      await store.close();
    },
  };
}

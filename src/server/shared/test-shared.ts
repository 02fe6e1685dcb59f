import { pino } from 'pino';
import { connectStore, type SharedStore } from './shared-store.ts';
import { readStoreAddress } from './store-address.ts';
import { startTestRedis } from './test-redis.ts';

interface StoreKind {
  /** Arguments of the redis-server. */
  args: readonly string[];
  /** User and password, as an address has them. */
  credentials: string;
}

/** The rights that the page on several servers gives to a user of its own. */
const rights = '~{rn:1}:* &{rn:1}:* +@all -@admin -@dangerous +info'.split(' ');

/** The kinds of stores that every store has to work with. */
export const storeKinds: Record<string, StoreKind> = {
  'no password': { args: [], credentials: '' },
  'a password': { args: ['--requirepass', 'pass word'], credentials: ':pass%20word@' },
  'a user of few rights': {
    args: ['--user', 'default', 'off', '--user', 'me', 'on', '>p@ss', ...rights],
    credentials: 'me:p%40ss@',
  },
};

export const storeKindNames = Object.keys(storeKinds);

/** For specs: a store, and as many connections to it as there would be replicas. */
export async function startTestStore(kind = 'no password') {
  const { args, credentials } = storeKinds[kind]!;
  const redis = await startTestRedis(args);
  const url = redis.url.replace('//', `//${credentials}`);
  const stores: SharedStore[] = [];
  return {
    redis,
    async connect(): Promise<SharedStore> {
      const sharedStore = connectStore(readStoreAddress(url)!, pino({ level: 'silent' }));
      stores.push(sharedStore);
      await sharedStore.firstUp;
      return sharedStore;
    },
    async stop() {
      for (const sharedStore of stores) await sharedStore.close();
      await redis.stop();
    },
  };
}

import type { AdminHealth } from '#contract/admin.ts';
import { createGate, type Gate } from '../upstream/gate.ts';
import { createPageCache, type PageCache } from '../upstream/page-cache.ts';
import { createMemoryLeases, type Leases } from './leases.ts';
import { createMemoryMarks, type Marks } from './marks.ts';
import { createMemorySessions, type SessionStore } from './sessions.ts';
import { createMemoryThrottle, type Throttle } from './throttle.ts';
import type { WalkShare } from './walks.ts';

/** What all replicas share about one account of Apifonica. */
export interface SharedAccount {
  /** The one way to the upstream, for all replicas together. */
  gate(concurrency: number): Gate;
  pages: PageCache;
  /** Walks that several replicas follow; null in a single process. */
  walks: WalkShare | null;
}

/** What all replicas share: in the memory of a single process, or in a store. */
export interface Shared {
  sessions: SessionStore;
  marks: Marks;
  throttle: Throttle;
  leases: Leases;
  /** @param key names the account, or its credentials; never shown. */
  account(key: string): SharedAccount;
  /** Whether requests can be answered: false only before the store was first reached. */
  isReady(): boolean;
  health(): AdminHealth['store'];
  close(): Promise<void>;
}

/** The memory of this process, which is all that a single process needs. */
export const createMemoryShared = (): Shared => ({
  sessions: createMemorySessions(),
  marks: createMemoryMarks(),
  throttle: createMemoryThrottle(),
  leases: createMemoryLeases(),
  account: () => ({
    gate: (concurrency) => createGate(concurrency),
    pages: createPageCache(),
    walks: null,
  }),
  isReady: () => true,
  health: () => ({ kind: 'memory', is_up: true }),
  close: async () => {},
});

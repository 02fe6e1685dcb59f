import type { AdminHealth } from '#contract/admin.ts';
import type { Gate } from '../upstream/gate.ts';
import type { PageCache } from '../upstream/page-cache.ts';
import type { Leases } from './leases.ts';
import type { Marks } from './marks.ts';
import type { SessionStore } from './sessions.ts';
import type { Throttle } from './throttle.ts';
import type { WalkShare } from './walks.ts';

/** What all replicas share about one account of Apifonica. */
export interface SharedAccount {
  /** The one way to the upstream, for all replicas together. */
  gate(concurrency: number): Gate;
  pages: PageCache;
  /** Walks that several replicas follow; null in a single process. */
  walks: WalkShare | null;
}

/** What all replicas share: in the memory of a single process, or in an engine. */
export interface Shared {
  sessions: SessionStore;
  marks: Marks;
  throttle: Throttle;
  leases: Leases;
  /** @param key names the account, or its credentials; never shown. */
  account(key: string): SharedAccount;
  /** Whether requests can be answered: false only before the engine was first reached. */
  isReady(): boolean;
  health(): AdminHealth['store'];
  close(): Promise<void>;
}

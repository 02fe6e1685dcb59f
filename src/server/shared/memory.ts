import { createGate } from '../upstream/gate.ts';
import { createPageCache } from '../upstream/page-cache.ts';
import { createMemoryLeases } from './leases.ts';
import { createMemoryMarks } from './marks.ts';
import { createMemorySessions } from './memory-sessions.ts';
import { createMemoryThrottle } from './memory-throttle.ts';
import type { Shared } from './shared.ts';

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

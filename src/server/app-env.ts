import type { HttpBindings } from '@hono/node-server';
import type { Logger } from 'pino';
import type { Metrics } from './metrics.ts';

/** What every handler finds in its context; no `incoming` when no socket is involved, as in tests. */
export interface AppEnv {
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    /** The address of the one who asks, behind the proxies that are trusted. */
    client: string;
    log: Logger;
    metrics: Metrics;
    /** Whether the session that came along is alive; undefined until somebody wants to know. */
    isSignedIn?: boolean;
  };
}

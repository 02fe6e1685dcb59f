import type { HttpBindings } from '@hono/node-server';
import type { Logger } from 'pino';

/** What every handler finds in its context; no `incoming` when no socket is involved, as in tests. */
export interface AppEnv {
  Bindings: Partial<HttpBindings>;
  Variables: { requestId: string; log: Logger };
}

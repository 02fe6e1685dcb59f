import type { Logger } from 'pino';

/** What every handler finds in its context. */
export interface AppEnv {
  Variables: { requestId: string; log: Logger };
}

import type { HttpBindings } from '@hono/node-server';
import type { Logger } from 'pino';
import type { AccountInUse } from './accounts/account-of.ts';
import type { Metrics } from './metrics.ts';
import type { Person } from './people/person.ts';

/** The context of every handler; `incoming` is missing without a socket, as in tests. */
export interface AppEnv {
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    /** The client's address, behind the trusted proxies. */
    client: string;
    log: Logger;
    metrics: Metrics;
    /** The account of the request; set by `accountOf`, before the handlers of an account run. */
    account: AccountInUse;
    /** The person of the request's session, or null; undefined until the first look-up. */
    person?: Person | null;
    /** Aborted with a ProblemError when the session of the request ends; only with a session. */
    sessionEnd?: AbortSignal;
  };
}

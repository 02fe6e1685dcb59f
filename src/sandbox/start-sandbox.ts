import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createSandboxes, type SandboxAccount, type SandboxManner } from './create-sandboxes.ts';
import { midnightBefore } from './days/calendar.ts';
import { type PastDay, pastDays } from './days/past-days.ts';

export interface SandboxOptions extends Omit<SandboxManner, 'firstDay'> {
  accounts: readonly SandboxAccount[];
  /**
   * How many days lie behind the accounts: the lists of today come from their first lists by that
   * many days, and move on at midnight in UTC. 0, the default, leaves the first lists as they are.
   */
  days?: number;
  /** 0, the default, takes any free port. */
  port?: number;
}

export interface RunningSandbox {
  /** Origin, such as `http://127.0.0.1:41234`. */
  url: string;
  /** The lists of an account on the days before today, oldest first; none without `days`. */
  pastDays(accountSid: string): Iterable<PastDay>;
  /** Cuts open connections, waiting requests included, and frees the port. */
  close(): Promise<void>;
}

/** Longer than a client's pool keeps a socket, so that no request is sent on a closing socket. */
const KEEP_ALIVE_MS = 65_000;

/**
 * Serves the sandbox over HTTP on 127.0.0.1 only: other machines must not reach it. Rejects when
 * the port is taken, or with RangeError on an impossible number of rows.
 */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const { port = 0, accounts, days = 0, ...common } = options;
  const firstDay = days === 0 ? null : midnightBefore(Date.now(), days);
  const manner = { ...common, firstDay };
  const server = createServer(
    { keepAliveTimeout: KEEP_ALIVE_MS },
    // The sandbox runs in the server's process, whose global Request and Response must stay.
    getRequestListener(createSandboxes(accounts, manner).fetch, { overrideGlobalObjects: false }),
  );
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('No TCP address');
  return {
    url: `http://127.0.0.1:${address.port}`,
    pastDays(accountSid) {
      const account = accounts.find((it) => it.accountSid === accountSid);
      return account === undefined || firstDay === null
        ? []
        : pastDays({ ...account, scenario: common.scenario }, firstDay, days);
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

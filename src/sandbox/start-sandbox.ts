import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { apiError } from './api-error.ts';
import { createSandbox, type SandboxSettings } from './create-sandbox.ts';
import { DAY, lookedAt, midnightBefore } from './days/calendar.ts';
import { dayLists } from './days/day-lists.ts';
import { behaviourOf, firstList } from './first-list.ts';
import type { InventoryRow } from './matches-filters.ts';

/** The list of an account on one day. */
export interface PastDay {
  /** 04:00 UTC of the day, in ISO 8601. */
  readonly asOf: string;
  /** A number that did not change is the same object on every day. */
  readonly rows: readonly InventoryRow[];
}

/**
 * The lists of an account on its first days, as requests on those days would have brought them.
 *
 * @param firstDay midnight of the first day in UTC, in epoch milliseconds.
 * @param count how many days.
 */
export function* pastDays(
  settings: Pick<SandboxSettings, 'numbers' | 'seed' | 'accountSid' | 'scenario'>,
  firstDay: number,
  count: number,
): Generator<PastDay, void, void> {
  const { seed, scenario } = settings;
  const lists = dayLists(firstList(settings, behaviourOf(scenario)), { seed, firstDay });
  for (let index = 0; index < count; index += 1) {
    const list = lists.next().value;
    const rows = list.filter((row) => row !== null);
    yield { asOf: lookedAt(firstDay + index * DAY), rows };
  }
}

/** What one account of several holds. */
type SandboxAccount = Pick<SandboxSettings, 'accountSid' | 'authToken' | 'numbers' | 'seed'>;

/** What all accounts have in common. */
type SandboxManner = Pick<SandboxSettings, 'latencyMs' | 'scenario' | 'firstDay'>;

/**
 * Several accounts behind one origin, each a sandbox of its own with its own credentials and its
 * own counters; 404 for an account that does not exist. The numbers of the first account are
 * invented at once, those of another one with its first request.
 *
 * Throws RangeError on an impossible `numbers` of the first account.
 */
export function createSandboxes(accounts: readonly SandboxAccount[], manner: SandboxManner): Hono {
  const bySid = new Map(accounts.map((account) => [account.accountSid, account]));
  const made = new Map<string, Hono>();

  function make(account: SandboxAccount): Hono {
    const sandbox = made.get(account.accountSid) ?? createSandbox({ ...account, ...manner });
    made.set(account.accountSid, sandbox);
    return sandbox;
  }
  const [first] = accounts;
  if (first !== undefined) make(first);

  return new Hono()
    .all('/v2/accounts/:accountSid/numbers', (c) => {
      const account = bySid.get(c.req.param('accountSid'));
      return account === undefined
        ? apiError(404, 'Resource not found')
        : make(account).fetch(c.req.raw);
    })
    .notFound(() => apiError(404, 'Resource not found'));
}

interface SandboxOptions extends Omit<SandboxManner, 'firstDay'> {
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

import { pino } from 'pino';
import type { NumberPage } from '#contract/number.ts';
import type { NumbersQuery } from '#contract/query.ts';
import { mainAccount, testAccounts } from './accounts/test-accounts.ts';
import { type AppDeps, createApp } from './app.ts';
import { ownHosts } from './guard/allowed-hosts.ts';
import { createMetrics } from './metrics.ts';
import { createMemorySessions } from './shared/sessions.ts';
import type { Asking, Upstream } from './upstream/upstream.ts';

export const emptyPage: NumberPage = { limit: 20, prev: null, next: null, skipped: 0, numbers: [] };

const asOf = '2016-03-31T08:16:59.000Z';

export const ownHeaders = { host: 'localhost:3000', 'x-requested-by': 'spec' };

export interface TestAppChanges extends Partial<AppDeps> {
  /** The upstream of the only account. */
  upstream?: Upstream;
}

/** For specs: the app over an upstream that answers every query the same way. */
export function createTestApp(
  answer: (asking: Asking) => Promise<NumberPage> = async () => emptyPage,
  { upstream, ...changes }: TestAppChanges = {},
) {
  const asked: NumbersQuery[] = [];
  const answering: Upstream = {
    listNumbers(query, asking) {
      asked.push(query);
      return answer(asking);
    },
    async *walk() {
      yield { event: 'done', total: 0, requests: 1, elapsedMs: 0, asOf, skipped: 0 };
    },
    readToken: async (sid) => (sid === 'num-sip' ? 'a-test-sip-token' : null),
    close: async () => {},
  };
  const app = createApp({
    accounts: testAccounts([{ account: mainAccount, upstream: upstream ?? answering }]),
    source: 'live',
    allowTokenReveal: false,
    signIn: null,
    company: null,
    history: null,
    sessions: createMemorySessions(),
    health: () => ({ store: { kind: 'memory', is_up: true }, accounts: [] }),
    hosts: () => ownHosts(3000, null),
    publicOrigin: null,
    trustedProxies: [],
    metrics: createMetrics(),
    metricsToken: () => null,
    logger: pino({ level: 'silent' }),
    stopping: new AbortController().signal,
    isReady: () => true,
    sharesWalks: false,
    clientDir: null,
    ...changes,
  });
  return {
    app,
    asked,
    /** Sends a request like a script of ours. */
    ask: async (path: string, init: RequestInit = {}) =>
      app.request(path, { ...init, headers: { ...ownHeaders, ...(init.headers as object) } }),
  };
}

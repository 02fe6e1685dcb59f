import { isDeepStrictEqual } from 'node:util';
import type { Logger } from 'pino';
import { createRegistry } from './accounts/registry.ts';
import { type SandboxContent, sandboxAccounts } from './accounts/sandbox-accounts.ts';
import { createApp } from './app.ts';
import { composeHistory } from './compose-history.ts';
import { composeSignIn, passwordHash } from './compose-sign-in.ts';
import type { Config } from './config.ts';
import { describeSource } from './describe-config.ts';
import { changedNotices } from './history/notices/notify-settings.ts';
import type { PastDay } from './history/runs/fill-history.ts';
import { addressesOf, createKnownHosts } from './known-hosts.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { ProblemError } from './problem-error.ts';
import { createMemoryShared, type Shared } from './shared/shared.ts';
import { readTokenFile } from './text-file.ts';
import { createUpstream } from './upstream/client.ts';

interface SandboxOptions {
  accounts: readonly SandboxContent[];
  latencyMs: number;
  scenario: string | null;
  days: number;
}

interface Surroundings {
  logger: Logger;
  /** Lines that the log lost so far. */
  lostLines?: () => number;
  clientDir: string | null;
  /** Ends the process with one line, when the store may not be used. */
  refuse(problem: string): void;
  startSandbox(options: SandboxOptions): Promise<{
    url: string;
    pastDays(accountSid: string): Iterable<PastDay>;
    close(): Promise<void>;
  }>;
}

/** What all replicas share; the client of the store is loaded only where a store is set. */
async function share(
  { shared: address, sharedGraceMs: graceMs }: Config,
  { logger, metrics, refuse }: Pick<Surroundings, 'logger' | 'refuse'> & { metrics: Metrics },
): Promise<Shared> {
  if (address === null) return createMemoryShared();
  const { connectShared } = await import('./shared/connect.ts');
  let isUp = () => false;
  const failed = metrics.watchStore(() => isUp());
  const shared = await connectShared(address, { logger, graceMs, refuse, failed });
  isUp = () => shared.health().is_up;
  return shared;
}

/** The configured application with its upstream: the live API, or a sandbox started for it. */
export async function compose(
  config: Config,
  { logger, lostLines, clientDir, refuse, startSandbox }: Surroundings,
) {
  const { scenario, latencyMs, days } = config.sandbox;
  const invented = config.accounts ? [] : sandboxAccounts(config.sandbox, config.concurrency);
  const accounts = config.accounts ?? invented.map(({ setting }) => setting);
  const sandbox =
    config.accounts === null
      ? await startSandbox({
          accounts: invented.map(({ content }) => content),
          latencyMs,
          scenario,
          days,
        })
      : null;
  const source = sandbox ? 'sandbox' : 'live';

  const metrics = createMetrics(lostLines);
  const shared = await share(config, { logger, metrics, refuse });

  const baseUrl = sandbox ? new URL(sandbox.url) : config.apiUrl;
  // Only the sandbox and stand-ins on this machine use http, and no proxy leads to them.
  const isProxied = baseUrl.protocol === 'https:';
  let current = config;
  let password = config.signIn;
  const registry = createRegistry(accounts, {
    open(
      { account: { id, accountSid, concurrency }, authToken },
      { firstToken, readToken, observer },
    ) {
      // Another API, as each sandbox is one, has other numbers under the same SID.
      const common = shared.account(`${baseUrl.href} ${accountSid}`);
      return createUpstream({
        accountSid,
        authToken,
        readToken,
        // Each server has a sandbox of its own, with a token of its own, and the same numbers.
        keys: () => current.sealKeys ?? [sandbox ? 'sandbox' : firstToken],
        baseUrl,
        concurrency,
        gate: common.gate(concurrency),
        pages: common.pages,
        walks: common.walks && { share: common.walks, log: logger.child({ account: id }) },
        timeoutMs: config.timeoutMs,
        deadlineMs: config.deadlineMs,
        proxy: isProxied ? current.proxy : null,
        observer: {
          ...metrics.observer,
          attempted(outcome, seconds) {
            metrics.observer.attempted(outcome, seconds);
            observer.attempted(outcome, seconds);
          },
        },
      });
    },
    readToken: readTokenFile,
  });
  metrics.watchAccounts(registry.health);
  const { publicOrigin, trustedProxies } = config;
  const { signIn, company } = await composeSignIn(config, shared, () => current);

  const { port } = config;
  const addresses = addressesOf(config.host, logger);
  const { hosts, listensOn } = createKnownHosts({ port, publicOrigin, addresses });
  const stopping = new AbortController();
  const history = await composeHistory(config, {
    pastDays: sandbox && days > 0 ? sandbox.pastDays : null,
    ...{ accounts: registry, shared, metrics, stopping: stopping.signal, logger, refuse },
  });
  const app = createApp({
    accounts: registry,
    source,
    allowTokenReveal: config.allowTokenReveal,
    signIn,
    company,
    history,
    sessions: shared.sessions,
    health: () => ({
      store: shared.health(),
      accounts: registry.health(),
    }),
    hosts,
    publicOrigin,
    trustedProxies,
    metrics,
    metricsToken: () => current.metricsToken,
    logger,
    stopping: stopping.signal,
    isReady: shared.isReady,
    sharesWalks: config.shared !== null,
    clientDir,
  });

  return {
    app,
    source,
    serving: describeSource(config),
    /** Tells the app the real port, which port 0 leaves open. */
    listensOn,
    /**
     * Takes over the accounts and secrets of another configuration, without the password: API tokens,
     * seal keys, secret at the company's provider, metrics token, address and secret of the webhook,
     * and the proxy's address, which may hold a password.
     * @returns the names of what has changed.
     */
    changeSecrets(next: Config): string[] {
      const changed: string[] = [];
      if (next.accounts !== null) {
        const changes = registry.reload(next.accounts);
        // The environment has no name for the account, and only its token can have changed.
        if (next.accountsFile !== null) changed.push(...changes);
        else if (changes.length > 0) changed.push('APIFONICA_AUTH_TOKEN');
      }
      if (!isDeepStrictEqual(next.sealKeys, current.sealKeys)) changed.push('SEAL_KEYS_FILE');
      if (company && next.oidc && next.oidc.clientSecret !== current.oidc?.clientSecret) {
        company.changeSecret(next.oidc.clientSecret);
        changed.push('OIDC_CLIENT_SECRET');
      }
      if (next.metricsToken !== current.metricsToken) changed.push('METRICS_TOKEN');
      const isNewProxy = !isDeepStrictEqual(next.proxy, current.proxy);
      if (history && next.history) {
        const names = changedNotices(current.history?.notify, next.history.notify);
        if (names.length > 0 || isNewProxy) history.changeNotices(next.history.notify, next.proxy);
        changed.push(...names);
      }
      if ((isProxied || company || next.history?.notify) && isNewProxy) {
        if (isProxied) registry.forEachOpen((upstream) => upstream.changeProxy(next.proxy));
        company?.changeProxy(next.proxy);
        changed.push('HTTPS_PROXY');
      }
      current = next;
      return changed;
    },
    /**
     * Takes over the password of another configuration.
     * @returns the names of what has changed.
     * @throws ProblemError `store_unavailable` when the password is in force, but the sessions of the
     * old one have not ended. The same call may be made again.
     */
    async changePassword(next: Config): Promise<string[]> {
      if (!signIn || !next.signIn || isDeepStrictEqual(next.signIn, password)) return [];
      await signIn.changePassword(await passwordHash(next.signIn));
      password = next.signIn;
      return ['DASHBOARD_PASSWORD'];
    },
    /**
     * From now on the server is not ready. Requests under way go on, but walks end with a
     * checkpoint.
     */
    drain() {
      stopping.abort(new ProblemError('busy', 'The dashboard server is stopping.'));
    },
    async close() {
      await history?.close();
      await registry.close();
      await company?.close();
      await sandbox?.close();
      await shared.close();
    },
  };
}

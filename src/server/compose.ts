import { isDeepStrictEqual } from 'node:util';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import type { Config, Credentials, SignIn } from './config.ts';
import { listeningAddresses } from './guard/allowed-hosts.ts';
import { hashPassword } from './guard/password.ts';
import { createSignIn } from './guard/sign-in.ts';
import { createKnownHosts } from './known-hosts.ts';
import { createMetrics } from './metrics.ts';
import { ProblemError } from './problem-error.ts';
import { createMemoryShared } from './shared/memory.ts';
import { createUpstream } from './upstream/client.ts';

interface SandboxOptions extends Credentials {
  numbers: number;
  latencyMs: number;
  seed: number;
  scenario: string | null;
}

interface Surroundings {
  logger: Logger;
  /** Lines that the log lost so far. */
  lostLines?: () => number;
  clientDir: string | null;
  startSandbox(options: SandboxOptions): Promise<{ url: string; close(): Promise<void> }>;
}

const passwordHash = async (signIn: NonNullable<SignIn>) =>
  'hash' in signIn ? signIn.hash : hashPassword(signIn.password);

/**
 * The addresses that `host` listens on. If the system does not list them, only loopback and
 * `PUBLIC_ORIGIN` are answered.
 */
function addressesOf(host: string, logger: Logger): () => string[] {
  let isLogged = false;
  return () => {
    try {
      return listeningAddresses(host);
    } catch (error) {
      const cause = error instanceof Error ? error.message : undefined;
      if (!isLogged) {
        logger.warn(
          { cause },
          'addresses of this machine unknown: only loopback and PUBLIC_ORIGIN are answered',
        );
      }
      isLogged = true;
      return [];
    }
  };
}

/** The configured application with its upstream: the live API, or a sandbox started for it. */
export async function compose(
  config: Config,
  { logger, lostLines, clientDir, startSandbox }: Surroundings,
) {
  const credentials = config.credentials ?? {
    accountSid: 'acc5a4db0c5-0000-4000-8000-000000005310',
    authToken: crypto.randomUUID(),
  };
  const { scenario, numbers } = config.sandbox;
  const sandbox =
    config.credentials === null ? await startSandbox({ ...config.sandbox, ...credentials }) : null;

  // The client of the engine is loaded only where an engine is set.
  const shared = config.shared
    ? await (await import('./shared/connect.ts')).connectShared(config.shared, logger)
    : createMemoryShared();
  const common = shared.account(credentials.accountSid);

  const metrics = createMetrics(lostLines);
  const baseUrl = sandbox ? new URL(sandbox.url) : config.apiUrl;
  // Only the sandbox and stand-ins on this machine use http, and no proxy leads to them.
  const isProxied = baseUrl.protocol === 'https:';
  const upstream = createUpstream({
    ...credentials,
    baseUrl,
    concurrency: config.concurrency,
    gate: common.gate(config.concurrency),
    pages: common.pages,
    timeoutMs: config.timeoutMs,
    deadlineMs: config.deadlineMs,
    proxy: isProxied ? config.proxy : null,
    observer: metrics.observer,
  });
  const { publicOrigin, trustedProxies } = config;
  let current = config;
  const signIn =
    config.signIn &&
    createSignIn({
      passwordHash: await passwordHash(config.signIn),
      store: shared.sessions,
      publicOrigin,
    });

  const { port } = config;
  const addresses = addressesOf(config.host, logger);
  const { hosts, listensOn } = createKnownHosts({ port, publicOrigin, addresses });
  const stopping = new AbortController();
  const main = { id: 'main', name: credentials.accountSid };
  const app = createApp({
    upstream,
    session: {
      account: main,
      accounts: [main],
      account_sid: credentials.accountSid,
      person: null,
      source: sandbox ? 'sandbox' : 'live',
      has_sign_in: signIn !== null,
      can_reveal_tokens: config.allowTokenReveal,
    },
    signIn,
    hosts,
    publicOrigin,
    trustedProxies,
    metrics,
    metricsToken: () => current.metricsToken,
    logger,
    stopping: stopping.signal,
    isReady: shared.isReady,
    clientDir,
  });

  return {
    app,
    source: sandbox ? ('sandbox' as const) : ('live' as const),
    serving: sandbox
      ? `sandbox data (${numbers} invented numbers${scenario ? `, scenario ${scenario}` : ''})`
      : `live data of ${config.apiUrl.href.replace(/\/$/, '')}`,
    /** Tells the app the real port, which port 0 leaves open. */
    listensOn,
    /**
     * Takes over the secrets of another configuration: API token, password, metrics token, and the
     * proxy's address, which may hold a password.
     * @returns the names of the changed secrets.
     */
    async changeSecrets(next: Config): Promise<string[]> {
      const changed: string[] = [];
      if (next.credentials && next.credentials.authToken !== current.credentials?.authToken) {
        upstream.changeToken(next.credentials.authToken);
        changed.push('APIFONICA_AUTH_TOKEN');
      }
      if (signIn && next.signIn && !isDeepStrictEqual(next.signIn, current.signIn)) {
        await signIn.changePassword(await passwordHash(next.signIn));
        changed.push('DASHBOARD_PASSWORD');
      }
      if (next.metricsToken !== current.metricsToken) changed.push('METRICS_TOKEN');
      if (isProxied && !isDeepStrictEqual(next.proxy, current.proxy)) {
        upstream.changeProxy(next.proxy);
        changed.push('HTTPS_PROXY');
      }
      current = next;
      return changed;
    },
    /**
     * From now on the server is not ready. Requests under way go on, but walks end with a
     * checkpoint.
     */
    drain() {
      stopping.abort(new ProblemError('busy', 'The dashboard server is stopping.'));
    },
    async close() {
      await upstream.close();
      await sandbox?.close();
      await shared.close();
    },
  };
}

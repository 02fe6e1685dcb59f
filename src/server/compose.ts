import { isDeepStrictEqual } from 'node:util';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import type { Config, Credentials, SignIn } from './config.ts';
import { listeningAddresses, ownHosts } from './guard/allowed-hosts.ts';
import { hashPassword } from './guard/password.ts';
import { createMemorySessionStore } from './guard/session-store.ts';
import { createSignIn } from './guard/sign-in.ts';
import { createMetrics } from './metrics.ts';
import { ProblemError } from './problem-error.ts';
import { createUpstream } from './upstream/client.ts';

interface SandboxOptions extends Credentials {
  numbers: number;
  latencyMs: number;
  seed: number;
  scenario: string | null;
}

interface Surroundings {
  logger: Logger;
  /** How many lines the log could not take so far. */
  lostLines?: () => number;
  clientDir: string | null;
  startSandbox(options: SandboxOptions): Promise<{ url: string; close(): Promise<void> }>;
}

const passwordHash = async (signIn: NonNullable<SignIn>) =>
  'hash' in signIn ? signIn.hash : hashPassword(signIn.password);

/** Where the system lets nobody list them, people come by loopback and by `PUBLIC_ORIGIN`. */
function addressesOf(host: string, logger: Logger): string[] {
  try {
    return listeningAddresses(host);
  } catch (error) {
    const cause = error instanceof Error ? error.message : undefined;
    logger.warn(
      { cause },
      'addresses of this machine unknown: only loopback and PUBLIC_ORIGIN are answered',
    );
    return [];
  }
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

  const metrics = createMetrics(lostLines);
  const baseUrl = sandbox ? new URL(sandbox.url) : config.apiUrl;
  const upstream = createUpstream({
    ...credentials,
    baseUrl,
    concurrency: config.concurrency,
    timeoutMs: config.timeoutMs,
    deadlineMs: config.deadlineMs,
    // The sandbox and stand-ins are on this machine, where no proxy leads to: http is for them alone.
    proxy: baseUrl.protocol === 'https:' ? config.proxy : null,
    observer: metrics.observer,
  });
  const { publicOrigin, trustedProxies } = config;
  let current = config;
  const signIn =
    config.signIn &&
    createSignIn({
      passwordHash: await passwordHash(config.signIn),
      store: createMemorySessionStore(),
      publicOrigin,
    });

  const addresses = addressesOf(config.host, logger);
  let hosts = ownHosts(config.port, publicOrigin, addresses);
  const stopping = new AbortController();
  const app = createApp({
    upstream,
    session: {
      account_sid: credentials.accountSid,
      source: sandbox ? 'sandbox' : 'live',
      has_sign_in: signIn !== null,
      can_reveal_tokens: config.allowTokenReveal,
    },
    signIn,
    hosts: () => hosts,
    publicOrigin,
    trustedProxies,
    metrics,
    metricsToken: () => current.metricsToken,
    logger,
    stopping: stopping.signal,
    clientDir,
  });

  return {
    app,
    source: sandbox ? ('sandbox' as const) : ('live' as const),
    serving: sandbox
      ? `sandbox data (${numbers} invented numbers${scenario ? `, scenario ${scenario}` : ''})`
      : `live data of ${config.apiUrl.origin}`,
    /** Says which port it really is, where the configuration left that open. */
    listensOn(port: number) {
      hosts = ownHosts(port, publicOrigin, addresses);
    },
    /**
     * Takes the secrets of another configuration: token, password and token of the metrics.
     * @returns the names of those that are not what they were.
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
      current = next;
      return changed;
    },
    /** From now on not ready, while what was begun goes on; but for walks, which say where they were. */
    drain() {
      stopping.abort(new ProblemError('busy', 'The dashboard server is stopping.'));
    },
    async close() {
      await upstream.close();
      await sandbox?.close();
    },
  };
}

import type { Logger } from 'pino';
import { createApp } from './app.ts';
import type { Config, Credentials } from './config.ts';
import { createUpstream } from './upstream/client.ts';

interface SandboxOptions extends Credentials {
  numbers: number;
  latencyMs: number;
  seed: number;
  scenario: string | null;
}

interface Surroundings {
  logger: Logger;
  clientDir: string | null;
  startSandbox(options: SandboxOptions): Promise<{ url: string; close(): Promise<void> }>;
}

/** The configured application with its upstream: the live API, or a sandbox started for it. */
export async function compose(config: Config, { logger, clientDir, startSandbox }: Surroundings) {
  const credentials = config.credentials ?? {
    accountSid: 'acc5a4db0c5-0000-4000-8000-000000005310',
    authToken: crypto.randomUUID(),
  };
  const sandbox =
    config.credentials === null ? await startSandbox({ ...config.sandbox, ...credentials }) : null;

  const upstream = createUpstream({
    ...credentials,
    baseUrl: sandbox ? new URL(sandbox.url) : config.apiUrl,
    concurrency: config.concurrency,
    timeoutMs: config.timeoutMs,
    deadlineMs: config.deadlineMs,
  });
  const session = {
    account_sid: credentials.accountSid,
    source: sandbox ? 'sandbox' : 'live',
  } as const;
  const serving = sandbox
    ? `sandbox data (${config.sandbox.numbers} invented numbers${config.sandbox.scenario ? `, scenario ${config.sandbox.scenario}` : ''})`
    : `live data of ${config.apiUrl.origin}`;

  return {
    app: createApp({ upstream, session, logger, clientDir }),
    serving,
    async close() {
      await upstream.close();
      await sandbox?.close();
    },
  };
}

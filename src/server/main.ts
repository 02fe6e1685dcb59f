import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import { pino } from 'pino';
import { isScenarioName, scenarios } from '#sandbox/scenarios.ts';
import { startSandbox } from '#sandbox/start-sandbox.ts';
import { compose } from './compose.ts';
import { type Config, readConfig } from './config.ts';
import { guardEarlyAnswers } from './guard/early-answers.ts';
import { printPasswordHash } from './hash-password.ts';
import { createLogDestination } from './log-destination.ts';
import { stopOnSignals } from './stop-on-signals.ts';

function refuse(problems: readonly string[]): never {
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.exit(1);
}

/** What a hostile or broken client can hold on to, and for how long. */
const serverOptions = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1000,
  // Longer than the idle timeout of the usual proxies, so that they close first.
  keepAliveTimeout: 65_000,
  // Without a Host the adapter refuses, with our headers.
  requireHostHeader: false,
};

async function serve(config: Config) {
  // Logs go to standard error, so that standard output is for the person who started it.
  const log = createLogDestination();
  const logger = pino(
    { level: config.logLevel, redact: ['*.token', '*.authorization', '*.password'] },
    log,
  );
  // The line for the person who started it may be lost too, and only that.
  process.stdout.on('error', () => {});
  const dashboard = await compose(config, {
    logger,
    lostLines: log.lostLines,
    clientDir: fileURLToPath(new URL('../client', import.meta.url)),
    startSandbox: ({ scenario, ...options }) =>
      startSandbox({
        ...options,
        scenario: scenario && isScenarioName(scenario) ? scenario : null,
      }),
  });

  const server = createAdaptorServer({
    fetch: dashboard.app.fetch,
    serverOptions,
  }) as Server;

  await guardEarlyAnswers(server, config.publicOrigin);

  server.once('error', (error: NodeJS.ErrnoException) => {
    refuse([
      error.code === 'EADDRINUSE'
        ? `PORT ${config.port} is in use on ${config.host}: stop the program that holds it, or set PORT to another.`
        : `Cannot listen on HOST ${config.host}, PORT ${config.port}: ${error.code ?? error.message}.`,
    ]);
  });

  server.listen(config.port, config.host, () => {
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : config.port;
    dashboard.listensOn(port);
    const host = config.host.includes(':') ? `[${config.host}]` : config.host;
    process.stdout.write(
      `Rented Numbers is on http://${host}:${port} with ${dashboard.serving}.\n`,
    );
  });
  stopOnSignals(server, dashboard, logger);
}

if (process.argv[2] === 'hash-password') {
  await printPasswordHash();
} else {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { config, problems } = readConfig(process.env, { scenarioNames: Object.keys(scenarios) });
  if (config === null) refuse(problems);
  await serve(config);
}

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import { type DestinationStream, destination, pino } from 'pino';
import { isScenarioName, scenarios } from '#sandbox/scenarios.ts';
import { startSandbox } from '#sandbox/start-sandbox.ts';
import { compose } from './compose.ts';
import { readConfig } from './config.ts';

const stopWithinMs = 10_000;

function say(line: string) {
  process.stdout.write(`${line}\n`);
}

function refuse(problems: readonly string[]): never {
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.exit(1);
}

if (existsSync('.env')) process.loadEnvFile('.env');
const { config, problems } = readConfig(process.env, { scenarioNames: Object.keys(scenarios) });
if (config === null) refuse(problems);

// Logs go to standard error, so that standard output is for the person who started it.
const logs: DestinationStream = destination({ dest: 2, sync: true });
const logger = pino({ level: config.logLevel, redact: ['*.token', '*.authorization'] }, logs);

const { app, serving, close } = await compose(config, {
  logger,
  clientDir: fileURLToPath(new URL('../client', import.meta.url)),
  startSandbox: ({ scenario, ...options }) =>
    startSandbox({ ...options, scenario: scenario && isScenarioName(scenario) ? scenario : null }),
});

const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false });

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
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  say(`Rented Numbers is on http://${host}:${port} with ${serving}.`);
});

function stop(signal: NodeJS.Signals) {
  logger.info({ signal }, 'stopping');
  setTimeout(() => process.exit(0), stopWithinMs).unref();
  server.close(() => {
    void close().finally(() => process.exit(0));
  });
}
process.once('SIGTERM', stop);
process.once('SIGINT', stop);

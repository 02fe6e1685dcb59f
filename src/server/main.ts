import type { Server } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import { pino } from 'pino';
import { isScenarioName, scenarios } from '#sandbox/scenarios.ts';
import { startSandbox } from '#sandbox/start-sandbox.ts';
import { helpText, readCommandLine } from './command-line.ts';
import { compose } from './compose.ts';
import { type Config, readConfig } from './config.ts';
import { describeConfig } from './describe-config.ts';
import { guardEarlyAnswers } from './guard/early-answers.ts';
import { printPasswordHash } from './hash-password.ts';
import { createLogDestination } from './log-destination.ts';
import { readSettings } from './settings.ts';
import { stopOnSignals } from './stop-on-signals.ts';
import { version } from './version.ts';

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

async function serve(config: Config, envFiles: readonly string[]) {
  // Logs go to standard error, so that standard output is for the person who started it.
  const log = createLogDestination();
  const logger = pino(
    { level: config.logLevel, redact: ['*.token', '*.authorization', '*.password'] },
    log,
  );
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
    const settings = envFiles.length > 0 ? ` Settings: ${envFiles.join(', ')}.` : '';
    process.stdout.write(
      `Rented Numbers is on http://${host}:${port} with ${dashboard.serving}.${settings}\n`,
    );
    logger.info({ version, source: dashboard.source, envFiles }, 'started');
  });
  stopOnSignals(server, dashboard, logger);
}

/** The folder that was started from; there is none where it was removed meanwhile. */
function workingFolder(): string[] {
  try {
    return [process.cwd()];
  } catch {
    return [];
  }
}

const dist = fileURLToPath(new URL('..', import.meta.url));

function readEverything(readsEnvFile: boolean) {
  const folders = readsEnvFile ? [...workingFolder(), join(dist, '..'), dist] : [];
  const settings = readSettings(process.env, { folders });
  return { settings, ...readConfig(settings, { scenarioNames: Object.keys(scenarios) }) };
}

// What is said to the person who started it may be lost, and only that.
process.stdout.on('error', () => {});

const commandLine = readCommandLine(process.argv.slice(2));
switch (commandLine.kind) {
  case 'unclear':
    process.stderr.write(`${commandLine.problem} See --help.\n`);
    process.exitCode = 2;
    break;
  case 'help':
    process.stdout.write(helpText);
    break;
  case 'version':
    process.stdout.write(`Rented Numbers ${version}\n`);
    break;
  case 'hash-password':
    await printPasswordHash();
    break;
  case 'check-config': {
    const { settings, config, problems, secretFiles } = readEverything(commandLine.readsEnvFile);
    if (config === null) refuse(problems);
    process.stdout.write(describeConfig(config, settings, secretFiles));
    break;
  }
  case 'serve': {
    const read = readEverything(commandLine.readsEnvFile);
    if (read.config === null) refuse(read.problems);
    // Whoever gets hold of a list of the variables later, does not find them in it.
    for (const name of read.secretNames) delete process.env[name];
    await serve(read.config, read.settings.files);
  }
}

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
import { folderFault } from './history/store/folder-fault.ts';
import { createLogDestination } from './log-destination.ts';
import { readSettings, type Settings } from './settings.ts';
import { readSecretsOnHangUp, stopOnSignals } from './signals.ts';
import { version } from './version.ts';

function refuse(problems: readonly string[]): never {
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.exit(1);
}

/** Limits on the memory and the time that a hostile or broken client can hold. */
const serverOptions = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1000,
  // Longer than the idle timeout of the usual proxies, so that they close first.
  keepAliveTimeout: 65_000,
  // The adapter refuses requests without a Host, with our headers.
  requireHostHeader: false,
};

const configOf = (settings: Settings) =>
  readConfig(settings, { scenarioNames: Object.keys(scenarios) });

async function serve(config: Config, settings: Settings) {
  // Logs go to standard error, so that standard output is for the person who started it.
  const log = createLogDestination();
  const logger = pino(
    { level: config.logLevel, redact: ['*.token', '*.authorization', '*.password'] },
    log,
  );
  const dashboard = await compose(config, {
    logger,
    lostLines: log.lostLines,
    refuse: (problem) => refuse([problem]),
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
    const { files } = settings;
    const read = files.length > 0 ? ` Settings: ${files.join(', ')}.` : '';
    process.stdout.write(
      `Rented Numbers is on http://${host}:${port} with ${dashboard.serving}.${read}\n`,
    );
    logger.info({ version, source: dashboard.source, envFiles: files }, 'started');
  });
  const stop = stopOnSignals(server, dashboard, logger);
  readSecretsOnHangUp({
    read: () => configOf(settings),
    changeSecrets: dashboard.changeSecrets,
    changePassword: dashboard.changePassword,
    stop: () => stop('SIGHUP'),
    logger,
  });
}

/** The folder that the program was started in; none when the folder was removed meanwhile. */
function workingFolder(): string[] {
  try {
    return [process.cwd()];
  } catch {
    return [];
  }
}

const dist = fileURLToPath(new URL('..', import.meta.url));

const settingsOf = (readsEnvFile: boolean) =>
  readSettings(process.env, {
    folders: readsEnvFile ? [...workingFolder(), join(dist, '..'), dist] : [],
  });

// If standard output is closed, only its text is lost; the process goes on.
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
    const settings = settingsOf(commandLine.readsEnvFile);
    const { config, problems, secretFiles } = configOf(settings);
    if (config === null) refuse(problems);
    const fault = config.history?.folder ? await folderFault(config.history.folder) : null;
    if (fault !== null) refuse([fault]);
    process.stdout.write(describeConfig(config, settings, secretFiles));
    break;
  }
  case 'history-purge': {
    const { config, problems } = configOf(settingsOf(commandLine.readsEnvFile));
    if (config === null) refuse(problems);
    const { purgeHistory } = await import('./purge-history.ts');
    const { isDone, line } = await purgeHistory(config, commandLine.account);
    if (!isDone) refuse([line]);
    process.stdout.write(`${line}\n`);
    break;
  }
  case 'serve': {
    const settings = settingsOf(commandLine.readsEnvFile);
    const { config, problems, secretNames } = configOf(settings);
    if (config === null) refuse(problems);
    // The secrets leave the environment, so that a later dump of the variables does not show them.
    for (const name of secretNames) delete process.env[name];
    await serve(config, settings);
  }
}

import type { Server } from 'node:http';
import { isatty } from 'node:tty';
import type { Logger } from 'pino';
import type { Config, ReadConfig } from './config.ts';

/** Long enough for a balancer to ask `/readyz` and send people elsewhere. */
const graceMs = 2000;
const stopWithinMs = 9000;

interface Stoppable {
  drain(): void;
  close(): Promise<void>;
}

/**
 * SIGTERM: the server is not ready at once, still serves new requests for a moment, finishes the
 * requests under way, and exits with 0 within ten seconds. SIGUSR2, by which some programs restart
 * others, does the same. SIGINT, from the keyboard, skips the moment. A second signal of any kind
 * ends the process at once.
 *
 * @returns the function that stops the server like a signal.
 */
export function stopOnSignals(server: Server, dashboard: Stoppable, logger: Logger) {
  let isStopping = false;

  function closeServer() {
    server.close(() => {
      void dashboard.close().finally(() => process.exit(0));
    });
    server.closeIdleConnections();
  }

  function stop(signal: NodeJS.Signals) {
    if (isStopping) process.exit(0);
    isStopping = true;
    logger.info({ signal }, 'stopping');
    dashboard.drain();
    setTimeout(() => process.exit(0), stopWithinMs).unref();
    if (signal === 'SIGTERM' || signal === 'SIGUSR2') setTimeout(closeServer, graceMs);
    else closeServer();
  }

  for (const signal of ['SIGTERM', 'SIGUSR2', 'SIGINT'] as const) process.on(signal, stop);
  return stop;
}

const againMs = 1000;

const messageOf = (error: unknown) => (error instanceof Error ? error.message : 'unknown');

/** Whether standard input, output or error is a terminal. */
const hasTerminal = () => [0, 1, 2].some((file) => isatty(file));

interface Rereading {
  read: () => Pick<ReadConfig, 'config' | 'problems'>;
  /** Takes over all secrets but the password; returns the names of what has changed. */
  changeSecrets: (next: Config) => string[];
  /** The same for the password; fails when the sessions of the old one could not be ended. */
  changePassword: (next: Config) => Promise<string[]>;
  /** Called instead when the terminal in which the server was started is gone. */
  stop: () => void;
  logger: Logger;
}

/**
 * On SIGHUP the files of secrets are read again, and the new secrets are used. If there is a
 * problem with a file, the old secrets stay. A closed terminal sends the same signal; the server
 * then stops, because nobody would be left to stop it.
 */
export function readSecretsOnHangUp(rereading: Rereading): void {
  const { read, changeSecrets, changePassword, stop, logger } = rereading;
  const hadTerminal = hasTerminal();
  let reading = Promise.resolve();

  async function readAgain() {
    const { config, problems } = read();
    if (config === null) {
      logger.error({ problems }, 'secrets kept, as the files cannot be used');
      return;
    }
    const changed = changeSecrets(config);
    try {
      changed.push(...(await changePassword(config)));
      logger.info({ changed }, 'secrets read again');
    } catch (error) {
      // The new password is in force, but the old sessions have not ended yet.
      if (changed.length > 0) logger.info({ changed }, 'secrets read again');
      logger.error({ cause: messageOf(error) }, 'secrets not all changed, trying again');
      setTimeout(readInTurn, againMs).unref();
    }
  }

  /** Readings run one after the other, so that the latest state of the files wins. */
  function readInTurn() {
    reading = reading.then(readAgain);
  }

  process.on('SIGHUP', () => {
    if (hadTerminal && !hasTerminal()) stop();
    else readInTurn();
  });
}

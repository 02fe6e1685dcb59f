import { isatty } from 'node:tty';
import type { Logger } from 'pino';
import type { Config, ReadConfig } from './config.ts';

/** Standard input, output and error: where a terminal would be. */
const hasTerminal = () => [0, 1, 2].some((file) => isatty(file));

interface Rereading {
  read: () => Pick<ReadConfig, 'config' | 'problems'>;
  changeSecrets: (next: Config) => Promise<string[]>;
  /** Called instead when the terminal is gone that the server was started from. */
  stop: () => void;
  logger: Logger;
}

/**
 * On SIGHUP the files of secrets are read again, and what they hold is put in force. Where something
 * is wrong with them, all stays as it was. A terminal that is closed sends the same signal, and
 * nobody would be left to stop the server.
 */
export function readSecretsOnHangUp({ read, changeSecrets, stop, logger }: Rereading): void {
  const hadTerminal = hasTerminal();
  let reading = Promise.resolve();

  async function readAgain() {
    const { config, problems } = read();
    if (config === null) {
      logger.error({ problems }, 'secrets kept, as the files cannot be used');
      return;
    }
    logger.info({ changed: await changeSecrets(config) }, 'secrets read again');
  }

  process.on('SIGHUP', () => {
    if (hadTerminal && !hasTerminal()) stop();
    // One after the other, so that the files as they were last are what stays in force.
    else reading = reading.then(readAgain);
  });
}

import { isatty } from 'node:tty';
import type { Logger } from 'pino';
import type { Config, ReadConfig } from './config.ts';

/** Whether standard input, output or error is a terminal. */
const hasTerminal = () => [0, 1, 2].some((file) => isatty(file));

interface Rereading {
  read: () => Pick<ReadConfig, 'config' | 'problems'>;
  changeSecrets: (next: Config) => Promise<string[]>;
  /** Called instead when the terminal in which the server was started is gone. */
  stop: () => void;
  logger: Logger;
}

/**
 * On SIGHUP the files of secrets are read again, and the new secrets are used. If there is a
 * problem with a file, the old secrets stay. A closed terminal sends the same signal; the server
 * then stops, because nobody would be left to stop it.
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
    // Readings run one after the other, so that the latest state of the files wins.
    else reading = reading.then(readAgain);
  });
}

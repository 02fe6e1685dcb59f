import type { Server } from 'node:http';
import type { Logger } from 'pino';

/** Long enough for a balancer to ask `/readyz` and send people elsewhere. */
const graceMs = 2000;
const stopWithinMs = 9000;

interface Stoppable {
  drain(): void;
  close(): Promise<void>;
}

/**
 * SIGTERM: not ready at once, new requests still served for a moment, what was begun finishes, exit
 * 0 within ten seconds. SIGUSR2, with which some programs start others anew, does the same. SIGINT,
 * a person at the keyboard, skips the moment. A second signal of any kind ends it now.
 *
 * @returns what stops the server as a signal does.
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

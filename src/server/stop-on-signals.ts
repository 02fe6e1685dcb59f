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

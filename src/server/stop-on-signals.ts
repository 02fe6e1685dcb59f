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
 * 0 within ten seconds. SIGINT, a person at the keyboard, skips the moment. A second signal of
 * either kind ends it now.
 */
export function stopOnSignals(server: Server, dashboard: Stoppable, logger: Logger): void {
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
    if (signal === 'SIGTERM') setTimeout(closeServer, graceMs);
    else closeServer();
  }

  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

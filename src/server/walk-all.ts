import { createCheckStream } from '#checks/check-stream.ts';
import type { WalkAll } from './routes/checks.ts';
import type { Upstream } from './upstream/client.ts';
import type { TakeWalkSlot } from './walk-slots.ts';

interface WalkAllDeps {
  upstream: Pick<Upstream, 'walk'>;
  /** Aborted with a ProblemError when the server stops. */
  stopping: AbortSignal;
  takeSlot: TakeWalkSlot;
}

/**
 * A walk that uses the same slots as the inventory's walks, and returns everything or fails. Rows
 * are checked as they arrive, with the clock of that moment; kept rows would take a kilobyte each.
 */
export function createWalkAll({ upstream, stopping, takeSlot }: WalkAllDeps): WalkAll {
  return async (selection, { signal: leaving, log }) => {
    stopping.throwIfAborted();
    const leaveSlot = takeSlot();
    try {
      const signal = AbortSignal.any([leaving, stopping]);
      const checked = createCheckStream();
      for await (const event of upstream.walk({ selection, checkpoint: null }, { signal, log })) {
        switch (event.event) {
          case 'numbers':
            checked.take(event.numbers, { now: Date.now() });
            break;
          case 'done':
            return { checked, skipped: event.skipped, asOf: event.asOf };
          case 'failed':
            throw event.error;
        }
      }
      signal.throwIfAborted();
      throw new Error('A walk ended without saying how.');
    } finally {
      leaveSlot();
    }
  };
}

import { createCheckStream } from '#checks/check-stream.ts';
import type { WalkAll } from './routes/checks.ts';
import type { TakeWalkSlot } from './walk-slots.ts';

interface WalkAllDeps {
  /** Aborted with a ProblemError when the server stops. */
  stopping: AbortSignal;
  takeSlot: TakeWalkSlot;
}

/**
 * A walk that uses the same slots as the inventory's walks, and returns everything or fails. Rows
 * are checked as they arrive, with the clock of that moment; kept rows would take a kilobyte each.
 */
export function createWalkAll({ stopping, takeSlot }: WalkAllDeps): WalkAll {
  return async ({ account, upstream, ended }, selection, { signal: leaving, log }) => {
    stopping.throwIfAborted();
    const leaveSlot = takeSlot(account.id);
    try {
      const signal = AbortSignal.any([leaving, stopping, ended]);
      const checked = createCheckStream();
      // A report is about the list of now, not about that of a walk that others have begun.
      const query = { selection, after: null, checkpoint: null, fresh: true };
      for await (const event of upstream.walk(query, { signal, log })) {
        switch (event.event) {
          case 'numbers':
            checked.take(event.numbers, { now: Date.now() });
            break;
          case 'done':
            if (checked.size() !== event.total) {
              throw new Error(`Of ${event.total} counted rows, a report got ${checked.size()}.`);
            }
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

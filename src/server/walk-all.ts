import type { RentedNumber } from '#contract/number.ts';
import type { WalkAll } from './routes/checks.ts';
import type { Upstream } from './upstream/client.ts';
import type { TakeWalkSlot } from './walk-slots.ts';

interface WalkAllDeps {
  upstream: Pick<Upstream, 'walk'>;
  /** Aborted with a ProblemError when the server stops. */
  stopping: AbortSignal;
  takeSlot: TakeWalkSlot;
}

/** Walks in the places of the inventory's walks, and gives everything at the end or nothing. */
export function createWalkAll({ upstream, stopping, takeSlot }: WalkAllDeps): WalkAll {
  return async (selection, { signal: leaving, log }) => {
    stopping.throwIfAborted();
    const leaveSlot = takeSlot();
    try {
      const signal = AbortSignal.any([leaving, stopping]);
      const numbers = new Map<string, RentedNumber>();
      for await (const event of upstream.walk({ selection, checkpoint: null }, { signal, log })) {
        switch (event.event) {
          case 'numbers':
            // One that was updated meanwhile comes again, and replaces itself.
            for (const row of event.numbers) numbers.set(row.number_sid, row);
            break;
          case 'done':
            return { numbers: [...numbers.values()], skipped: event.skipped, asOf: event.asOf };
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

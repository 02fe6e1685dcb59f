import type { Metrics } from './metrics.ts';
import { ProblemError } from './problem-error.ts';

/** Walks at once; they share the few requests to Apifonica, so more would only be slower. */
const mostWalks = 4;
const retryAfterMs = 5000;

/**
 * Takes a slot among the walks of this process, and returns the function that releases it.
 *
 * @throws ProblemError `busy` when no slot is free.
 */
export type TakeWalkSlot = () => () => void;

export function createWalkSlots(metrics: Pick<Metrics, 'walkBegan' | 'walkEnded'>): TakeWalkSlot {
  let walks = 0;
  return () => {
    if (walks >= mostWalks) {
      throw new ProblemError('busy', 'The whole list is being loaded several times already.', {
        retryAfterMs,
      });
    }
    walks += 1;
    metrics.walkBegan();
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      walks -= 1;
      metrics.walkEnded();
    };
  };
}

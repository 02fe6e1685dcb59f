import type { Metrics } from './metrics.ts';
import { ProblemError } from './problem-error.ts';

/** Walks at once; they share the few requests to Apifonica, so more would only be slower. */
const mostWalks = 4;
const retryAfterMs = 5000;

/**
 * Takes a place among the walks of this process, and gives the function that leaves it again.
 *
 * @throws ProblemError `busy` when there is none.
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

import type { Metrics } from './metrics.ts';
import { ProblemError } from './problem-error.ts';

/**
 * Walks of one account at once: they share its few requests to Apifonica, so more would only be
 * slower. And walks of all accounts, each of which takes memory.
 */
const mostWalks = { each: 4, all: 16 };
/** The same of readers that follow walks which servers share; those have a limit of their own. */
const mostReaders = { each: 64, all: 256 };
const retryAfterMs = 5000;

/**
 * Takes a slot among the walks of this process, and returns the function that releases it. The
 * walks of one account never take all slots.
 *
 * @param account the account's id.
 * @throws ProblemError `busy` when no slot is free.
 */
export type TakeWalkSlot = (account: string) => () => void;

/** @param areShared whether a walk costs Apifonica nothing where another server reads it. */
export function createWalkSlots(
  metrics: Pick<Metrics, 'walkBegan' | 'walkEnded'>,
  areShared = false,
): TakeWalkSlot {
  const most = areShared ? mostReaders : mostWalks;
  const walks = new Map<string, number>();
  let all = 0;

  function count(account: string, by: 1 | -1) {
    const walksNow = (walks.get(account) ?? 0) + by;
    if (walksNow === 0) walks.delete(account);
    else walks.set(account, walksNow);
    all += by;
  }

  return (account) => {
    if (all >= most.all || (walks.get(account) ?? 0) >= most.each) {
      throw new ProblemError('busy', 'The whole list is being loaded several times already.', {
        retryAfterMs,
      });
    }
    count(account, 1);
    metrics.walkBegan();
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      count(account, -1);
      metrics.walkEnded();
    };
  };
}

import type { InventoryQuery } from '#contract/query.ts';
import { selectionEntries } from '#contract/selection.ts';
import type { AccountInUse } from '../accounts/account-of.ts';
import type { HistoryKeeper } from '../history/keeper.ts';
import { openLines, withLastEvent } from '../history/store/with-last-event.ts';
import { ProblemError } from '../problem-error.ts';
import type { AskingForWalk } from '../upstream/client.ts';
import type { WalkEvent } from '../upstream/walk.ts';

/** Whether a query asks for the whole list, of now or of a few minutes ago. */
const mayBeKept = ({ selection, after, checkpoint, fresh }: InventoryQuery) =>
  selectionEntries(selection).length === 0 && after === null && checkpoint === null && !fresh;

/**
 * The newest snapshot in place of a walk, as lines of kept numbers and a last event.
 * @returns null when there is no young one, or when it cannot be read: the list of now is then walked.
 */
export async function recentList(
  history: HistoryKeeper,
  { account }: AccountInUse,
  query: InventoryQuery,
  { signal, log }: AskingForWalk,
): Promise<AsyncGenerator<Uint8Array | WalkEvent, void, void> | null> {
  if (!mayBeKept(query)) return null;
  const started = performance.now();
  try {
    const snapshot = await history.young(account);
    if (snapshot === null) return null;
    const { seq, asOf, skipped } = snapshot;
    const opened = await openLines(history.kept(account).list(seq, {}, signal));
    return withLastEvent<number, WalkEvent>(opened, signal, {
      done(total) {
        const elapsedMs = Math.round(performance.now() - started);
        return { event: 'done', total, requests: 0, elapsedMs, asOf, skipped, snapshot: seq };
      },
      failed: (error) => ({ event: 'failed', error, loaded: 0, parts: { done: 0, all: 1 } }),
    });
  } catch (error) {
    const code = error instanceof ProblemError ? error.code : 'internal';
    log.warn({ code }, 'newest snapshot not readable, the list is walked');
    return null;
  }
}

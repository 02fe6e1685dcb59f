import { Hono } from 'hono';
import { type InventoryEvent, inventoryMediaType } from '#contract/inventory.ts';
import { type InventoryQuery, parseInventoryQuery } from '#contract/query.ts';
import { selectionEntries } from '#contract/selection.ts';
import { type AccountInUse, listQuery } from '../accounts/account-of.ts';
import type { AppEnv } from '../app-env.ts';
import type { HistoryKeeper } from '../history/keeper.ts';
import { openLines, withLastEvent } from '../history/store/with-last-event.ts';
import { lineStream } from '../line-stream.ts';
import { logProblem } from '../log-problem.ts';
import { ProblemError } from '../problem-error.ts';
import { toProblem } from '../to-problem.ts';
import type { AskingForWalk } from '../upstream/upstream.ts';
import type { WalkEvent } from '../upstream/walk.ts';
import type { TakeWalkSlot } from '../walk-slots.ts';
import { refuseFaults, requestSignal } from './request.ts';

/** Whether a query asks for the whole list, of now or of a few minutes ago. */
const mayBeKept = ({ selection, after, checkpoint, fresh }: InventoryQuery) =>
  selectionEntries(selection).length === 0 && after === null && checkpoint === null && !fresh;

/**
 * The newest snapshot in place of a walk, as lines of kept numbers and a last event.
 * @returns null when there is no young one, or when it cannot be read: the list of now is then walked.
 */
async function recentList(
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

const defaultStallMs = 60_000;

interface InventoryDeps {
  /** null where no history is kept. */
  history: HistoryKeeper | null;
  /** Aborted with a ProblemError when the server stops. */
  stopping: AbortSignal;
  takeSlot: TakeWalkSlot;
  /** Milliseconds without a line taken after which a walk no longer waits for its reader. */
  stallMs?: number | undefined;
}

/**
 * `GET /api/inventory?account&<selection>&after&checkpoint&fresh`: the events of
 * `contract/inventory.ts`, one a line. A snapshot of the last minutes may answer for the whole list.
 */
export function inventoryRoute({
  history,
  stopping,
  takeSlot,
  stallMs = defaultStallMs,
}: InventoryDeps) {
  return new Hono<AppEnv>().get('/', async (c) => {
    const { query, faults } = parseInventoryQuery(listQuery(c));
    refuseFaults(faults);
    stopping.throwIfAborted();

    const { log, requestId, account } = c.var;
    const leaving = new AbortController();
    const signal = AbortSignal.any([requestSignal(c), stopping, account.ended, leaving.signal]);
    const events = account.upstream.walk(query, { signal, log });
    const headers = { 'content-type': inventoryMediaType };
    if (c.req.method === 'HEAD') return c.body(null, 200, headers);

    const release = takeSlot(account.account.id);
    const kept = history && (await recentList(history, account, query, { signal, log }));

    function toLine(event: WalkEvent | Uint8Array): string | Uint8Array {
      if (event instanceof Uint8Array) return event;
      if (event.event !== 'failed') return JSON.stringify(event satisfies InventoryEvent);
      const { error, ...rest } = event;
      logProblem(c, error);
      const problem = toProblem(error, requestId);
      return JSON.stringify({ ...rest, problem } satisfies InventoryEvent);
    }

    const body = lineStream<WalkEvent | Uint8Array>(kept ?? events, {
      toLine,
      stallMs,
      onLeave: () => leaving.abort(),
      onStall() {
        leaving.abort(new ProblemError('busy', 'Nobody read on, so loading stopped here.'));
        release();
      },
      onEnd: release,
    });
    return c.body(body, 200, headers);
  });
}

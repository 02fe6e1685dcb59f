import { Hono } from 'hono';
import { type InventoryEvent, inventoryMediaType } from '#contract/inventory.ts';
import { parseInventoryQuery } from '#contract/query.ts';
import { listQuery } from '../accounts/account-of.ts';
import type { AppEnv } from '../app-env.ts';
import type { HistoryKeeper } from '../history/keeper.ts';
import { lineStream } from '../line-stream.ts';
import { logProblem } from '../log-problem.ts';
import { ProblemError } from '../problem-error.ts';
import { refuseFaults } from '../refuse-faults.ts';
import { requestSignal } from '../request-signal.ts';
import { toProblem } from '../to-problem.ts';
import type { WalkEvent } from '../upstream/walk.ts';
import type { TakeWalkSlot } from '../walk-slots.ts';
import { recentList } from './recent-list.ts';

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

import { type Context, Hono } from 'hono';
import type { ChangesEvent } from '#contract/history.ts';
import {
  parseHistoryChangesQuery,
  parseHistoryListQuery,
  parseHistoryNumberQuery,
} from '#contract/history-parameters.ts';
import { type InventoryEvent, inventoryMediaType } from '#contract/inventory.ts';
import { listQuery } from '../accounts/account-of.ts';
import type { AppEnv } from '../app-env.ts';
import { createSlots } from '../guard/limits.ts';
import type { HistoryKeeper } from '../history/keeper.ts';
import type { Lines } from '../history/store/history.ts';
import { type LastEvents, openLines, withLastEvent } from '../history/store/with-last-event.ts';
import { lineStream } from '../line-stream.ts';
import { logProblem } from '../log-problem.ts';
import { longAnswer } from '../long-answer.ts';
import { requires } from '../people/requires.ts';
import { ProblemError } from '../problem-error.ts';
import { toProblem } from '../to-problem.ts';
import { refuseFaults, requestSignal } from './request.ts';

/** Milliseconds without a line taken after which a list is given up. */
const stallMs = 60_000;
/** Lists, comparisons and single numbers being read: of all clients, and of one. */
const readings = { all: 64, each: 8 };

interface HistoryDeps {
  /** null where no history is kept. */
  history: HistoryKeeper | null;
  /** Aborted with a ProblemError when the server stops. */
  stopping: AbortSignal;
  /** See `longAnswer`. */
  silenceMs?: number;
}

const snapshotGone = (seq: number) =>
  new ProblemError('snapshot_gone', `There is no snapshot ${seq} of this account any more.`);

/**
 * The kept lists of an account, for those who may read it:
 *
 * - `GET /api/history?account`: its snapshots, and what comes next.
 * - `POST /api/history?account`, for operators: takes a snapshot now; 201 with its entry, 409
 *   `snapshot_under_way`, or the problem of its walk. See `longAnswer` for one that takes long.
 * - `GET /api/history/list?account&seq&<selection>`: the numbers of a snapshot, as the events of
 *   `contract/inventory.ts`.
 * - `GET /api/history/changes?account&from&to`: how one snapshot became another, as the events of
 *   `contract/history.ts`.
 * - `GET /api/history/number?account&number_sid`: one number through the snapshots.
 */
export function historyRoute({ history, stopping, silenceMs }: HistoryDeps) {
  const slots = createSlots(readings);

  function keeper(): HistoryKeeper {
    if (history !== null) return history;
    throw new ProblemError('history_off', 'This server keeps no history: HISTORY is not set.');
  }

  /** Answers with lines. What fails before the first line has a status of its own. */
  async function stream<T>(
    c: Context<AppEnv>,
    open: (signal: AbortSignal) => Lines<T>,
    { done, failed }: LastEvents<T, InventoryEvent | ChangesEvent>,
  ): Promise<Response> {
    stopping.throwIfAborted();
    const headers = { 'content-type': inventoryMediaType };
    if (c.req.method === 'HEAD') return c.body(null, 200, headers);
    const free = slots.take(c);
    const leaving = new AbortController();
    const { ended } = c.var.account;
    const signal = AbortSignal.any([requestSignal(c), stopping, ended, leaving.signal]);
    try {
      const opened = await openLines(open(signal));
      const last = {
        done,
        failed(error: ProblemError) {
          logProblem(c, error);
          return failed(error);
        },
      };
      const body = lineStream(withLastEvent(opened, signal, last), {
        toLine: (piece) => (piece instanceof Uint8Array ? piece : JSON.stringify(piece)),
        stallMs,
        onLeave: () => leaving.abort(),
        onStall: () => leaving.abort(),
        onEnd: free,
      });
      return c.body(body, 200, headers);
    } catch (error) {
      free();
      throw error;
    }
  }

  return new Hono<AppEnv>()
    .get('/', async (c) => c.json(await keeper().read(c.var.account.account)))
    .post('/', requires('takeSnapshot'), async (c) => {
      const { log, requestId, account } = c.var;
      const work = keeper().take(account.account, { log, requestId });
      return longAnswer(
        c,
        work.then((snapshot) => c.json(snapshot, 201)),
        silenceMs,
      );
    })
    .get('/list', async (c) => {
      const { query, faults } = parseHistoryListQuery(listQuery(c));
      refuseFaults(faults);
      const { seq, selection } = query;
      const kept = keeper().kept(c.var.account.account);
      const snapshot = (await kept.snapshots()).find(
        (one) => one.seq === seq && one.status === 'kept',
      );
      if (snapshot === undefined) throw snapshotGone(seq);
      const { asOf, skipped } = snapshot;
      const started = performance.now();
      const elapsed = () => Math.round(performance.now() - started);
      return stream(c, (signal) => kept.list(seq, selection, signal), {
        done: (total) => ({
          ...{ event: 'done', total, requests: 0, elapsedMs: elapsed() },
          ...{ asOf, skipped, snapshot: seq },
        }),
        failed: (error) => ({
          event: 'failed',
          problem: toProblem(error, c.var.requestId),
          loaded: 0,
          parts: { done: 0, all: 1 },
        }),
      });
    })
    .get('/changes', (c) => {
      const { query, faults } = parseHistoryChangesQuery(listQuery(c));
      refuseFaults(faults);
      const kept = keeper().kept(c.var.account.account);
      return stream(c, (signal) => kept.changes(query.from, query.to, signal), {
        done: (counts) => ({ event: 'done', ...counts }),
        failed: (error) => ({ event: 'failed', problem: toProblem(error, c.var.requestId) }),
      });
    })
    .get('/number', async (c) => {
      const { query, faults } = parseHistoryNumberQuery(listQuery(c));
      refuseFaults(faults);
      const kept = keeper().kept(c.var.account.account);
      const free = slots.take(c);
      try {
        return c.json(await kept.number(query.numberSid, requestSignal(c)));
      } finally {
        free();
      }
    });
}

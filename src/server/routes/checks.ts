import { type Context, Hono } from 'hono';
import PQueue from 'p-queue';
import type { Logger } from 'pino';
import type { Acceptance } from '#checks/acceptance.ts';
import { largestAcceptanceFile, readAcceptances } from '#checks/acceptance-file.ts';
import { createCheckStream } from '#checks/check-stream.ts';
import type { DataSource } from '#contract/data-source.ts';
import { parseChecksQuery } from '#contract/query.ts';
import type { NumberSelection } from '#contract/selection.ts';
import { type AccountInUse, listQuery } from '../accounts/account-of.ts';
import type { AppEnv } from '../app-env.ts';
import { checksReport, type WalkedNumbers } from '../checks-report.ts';
import { longAnswer } from '../long-answer.ts';
import { ProblemError } from '../problem-error.ts';
import { readJsonText } from '../read-body.ts';
import type { Upstream } from '../upstream/upstream.ts';
import type { TakeWalkSlot } from '../walk-slots.ts';
import { refuseFaults, requestSignal } from './request.ts';

/** Reports of one account that may wait for the reports before them. */
const mostWaiting = 8;
/** Reports of all accounts at once. */
const mostReports = 2;
const retryAfterMs = 30_000;

/**
 * Reads and checks every number of a selection in an account.
 * @throws ProblemError when the selection could not be read to its end: a part is no result.
 */
export type WalkAll = (
  account: AccountInUse,
  selection: NumberSelection,
  asking: { signal: AbortSignal; log: Logger },
) => Promise<WalkedNumbers>;

/**
 * @throws ProblemError `invalid_body`, which names the fault in the file, and where to get another
 * file.
 */
async function readAccepted(c: Context<AppEnv>): Promise<Acceptance[]> {
  const read = readAcceptances(await readJsonText(c, largestAcceptanceFile));
  if (read.kind === 'read') return read.accepted;
  throw new ProblemError(
    'invalid_body',
    `${read.reason} Send the file that “Export accepted” on the page saves, unchanged.`,
  );
}

/**
 * `GET /api/checks?account&fail-on&number&country_code&country_name&type&voice&messaging`, for scheduled
 * jobs: 200, or 422 with the same report when a finding reaches the level `fail-on`.
 *
 * `POST`, with the page's file of accepted findings as its body (`application/json`, at most
 * `largestAcceptanceFile`): the same report, but accepted findings are only counted and cause no 422.
 *
 * One report of an account is made at a time: two walks at once would share the requests to
 * Apifonica and end no sooner. Up to eight reports of an account wait; more are refused as `busy`.
 * Two reports of all accounts are made at once, because a report of many findings takes memory;
 * the accounts take turns.
 *
 * A report that takes more than 20 seconds begins its answer before it is complete: see
 * `longAnswer`.
 *
 * `HEAD` is refused: its status alone would take a walk of the whole list.
 */
export function checksRoute(walkAll: WalkAll, source: DataSource, silenceMs?: number) {
  const all = new PQueue({ concurrency: mostReports });
  const queues = new WeakMap<Upstream, PQueue>();

  function queueOf({ upstream }: AccountInUse): PQueue {
    const queue = queues.get(upstream) ?? new PQueue({ concurrency: 1 });
    queues.set(upstream, queue);
    return queue;
  }

  async function report(c: Context<AppEnv>, acceptances: readonly Acceptance[]) {
    const { query, faults } = parseChecksQuery(listQuery(c));
    refuseFaults(faults);
    const { account } = c.var;
    const queue = queueOf(account);
    if (queue.size >= mostWaiting) {
      throw new ProblemError('busy', 'Other reports are being made, and enough wait already.', {
        retryAfterMs,
      });
    }
    const { selection, failOn } = query;
    const signal = requestSignal(c);
    async function work() {
      const walked = await walkAll(account, selection, { signal, log: c.var.log });
      const found = await checksReport(walked, { failOn, acceptances, source });
      return c.json(found, found.failed ? 422 : 200);
    }
    const turn = () => all.add(work, { signal });
    return longAnswer(c, queue.add(turn, { signal }), silenceMs);
  }
  return new Hono<AppEnv>()
    .get('/', (c) => (c.req.method === 'HEAD' ? c.notFound() : report(c, [])))
    .post('/', async (c) => report(c, await readAccepted(c)));
}

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

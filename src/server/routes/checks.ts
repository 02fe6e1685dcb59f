import { type Context, Hono } from 'hono';
import PQueue from 'p-queue';
import type { Logger } from 'pino';
import type { Acceptance } from '#checks/acceptance.ts';
import { readAcceptances } from '#checks/acceptance-file.ts';
import type { DataSource } from '#contract/data-source.ts';
import { parseChecksQuery } from '#contract/query.ts';
import type { NumberSelection } from '#contract/selection.ts';
import type { AppEnv } from '../app-env.ts';
import { checksReport, type WalkedNumbers } from '../checks-report.ts';
import { longAnswer } from '../long-answer.ts';
import { ProblemError } from '../problem-error.ts';
import { readJsonText } from '../read-body.ts';
import { refuseFaults } from '../refuse-faults.ts';

/** Some 5,000 acceptances, each for one number and with a sentence of why. */
const maxFileBytes = 1024 * 1024;

/** Reports that may wait until those before them are made. */
const mostWaiting = 8;
const retryAfterMs = 30_000;

/**
 * Reads and checks every number of a selection.
 * @throws ProblemError when it could not be read to its end: part of a list is no answer.
 */
export type WalkAll = (
  selection: NumberSelection,
  asking: { signal: AbortSignal; log: Logger },
) => Promise<WalkedNumbers>;

/** @throws ProblemError `invalid_body` that says what is wrong with the file, and where to get another. */
async function readAccepted(c: Context<AppEnv>): Promise<Acceptance[]> {
  const read = readAcceptances(await readJsonText(c, maxFileBytes));
  if (read.kind === 'read') return read.accepted;
  throw new ProblemError(
    'invalid_body',
    `${read.reason} Send the file that “Export accepted” on the page saves, unchanged.`,
  );
}

/**
 * `GET /api/checks?fail-on&number&country_code&country_name&type&voice&messaging`, for scheduled
 * jobs: 200, or 422 with the same report when there is a finding at the level `fail-on` or above.
 *
 * `POST`, with the file of what was accepted on the page as its body (`application/json`, at most
 * 1 MiB): the same, but accepted findings make no 422 and are only counted.
 *
 * One report is made at a time: each of many findings takes memory, and walks share the requests to
 * Apifonica, so that two at once would end no sooner. Up to eight wait, and more are `busy`.
 *
 * What takes more than 20 seconds begins to answer before it ends: see `longAnswer`.
 *
 * Not `HEAD`: its status, too, would take a walk of the whole list.
 */
export function checksRoute(walkAll: WalkAll, source: DataSource, silenceMs?: number) {
  const queue = new PQueue({ concurrency: 1 });

  async function report(c: Context<AppEnv>, acceptances: readonly Acceptance[]) {
    const { query, faults } = parseChecksQuery(new URL(c.req.url).searchParams);
    refuseFaults(faults);
    if (queue.size >= mostWaiting) {
      throw new ProblemError('busy', 'Other reports are being made, and enough wait already.', {
        retryAfterMs,
      });
    }
    const { selection, failOn } = query;
    const { signal } = c.req.raw;
    async function work() {
      const walked = await walkAll(selection, { signal, log: c.var.log });
      const found = await checksReport(walked, { failOn, acceptances, source });
      return c.json(found, found.failed ? 422 : 200);
    }
    return longAnswer(c, queue.add(work, { signal }), silenceMs);
  }
  return new Hono<AppEnv>()
    .get('/', (c) => (c.req.method === 'HEAD' ? c.notFound() : report(c, [])))
    .post('/', async (c) => report(c, await readAccepted(c)));
}

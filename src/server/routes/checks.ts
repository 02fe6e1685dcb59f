import { Hono } from 'hono';
import type { Logger } from 'pino';
import { parseChecksQuery } from '#contract/query.ts';
import type { NumberSelection } from '#contract/selection.ts';
import type { AppEnv } from '../app-env.ts';
import { checksReport, type WalkedNumbers } from '../checks-report.ts';
import { refuseFaults } from '../refuse-faults.ts';

/**
 * Reads every number of a selection.
 * @throws ProblemError when it could not be read to its end: part of a list is no answer.
 */
export type WalkAll = (
  selection: NumberSelection,
  asking: { signal: AbortSignal; log: Logger },
) => Promise<WalkedNumbers>;

/**
 * `GET /api/checks?fail-on&number&country_code&country_name&type&voice&messaging`, for scheduled
 * jobs: 200, or 422 with the same report when there is a finding at the level `fail-on` or above.
 */
export const checksRoute = (walkAll: WalkAll) =>
  new Hono<AppEnv>().get('/', async (c) => {
    const { query, faults } = parseChecksQuery(new URL(c.req.url).searchParams);
    refuseFaults(faults);
    const walked = await walkAll(query.selection, { signal: c.req.raw.signal, log: c.var.log });
    const report = await checksReport(walked, query.failOn);
    return c.json(report, report.failed ? 422 : 200);
  });

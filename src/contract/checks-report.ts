import * as v from 'valibot';
import { dataSourceSchema } from './data-source.ts';
import { rentedNumberSchema } from './number.ts';

/** How bad a finding is, worst first. */
export const checkLevels = ['error', 'warning', 'info'] as const;

export type CheckLevel = (typeof checkLevels)[number];

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * The answer of `GET` and `POST /api/checks`: what the rules found in the numbers asked for. Findings
 * that the body of a `POST` accepts are in `accepted` and nowhere else.
 *
 * - `source`: whose numbers were checked, so that a job cannot take the sandbox for the account.
 * - `asOf`: when the numbers were read, ISO 8601 in UTC.
 * - `total`: numbers checked; `skipped`: rows that arrived broken and were not.
 * - `counts`: by rule, the numbers with a finding of it; every rule is there, with 0 if need be.
 * - `levels`: by level, the numbers with a finding of it. A number can be in several.
 * - `findings`: the worst first, then by rule and number, so that two reports can be compared.
 * - `accepted`: how many `findings` were accepted and, by rule as above, the numbers with one.
 * - `failed`: there is a finding at the level asked for or above, as the status 422 says too.
 */
export const checksReportSchema = v.object({
  source: dataSourceSchema,
  asOf: v.pipe(v.string(), v.isoTimestamp()),
  total: count,
  skipped: count,
  counts: v.record(v.string(), count),
  levels: v.object({ error: count, warning: count, info: count }),
  findings: v.array(
    v.object({
      number_sid: v.string(),
      number: v.string(),
      rule: v.string(),
      level: v.picklist(checkLevels),
      field: v.keyof(rentedNumberSchema),
      message: v.string(),
    }),
  ),
  accepted: v.object({ findings: count, counts: v.record(v.string(), count) }),
  failed: v.boolean(),
});

export type ChecksReport = v.InferOutput<typeof checksReportSchema>;

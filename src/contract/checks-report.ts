import * as v from 'valibot';
import { dataSourceSchema } from './data-source.ts';
import { rentedNumberSchema } from './number.ts';

/** How bad a finding is, worst first. */
export const checkLevels = ['error', 'warning', 'info'] as const;

export type CheckLevel = (typeof checkLevels)[number];

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * The answer of `GET` and `POST /api/checks`: the findings of the rules in the selected numbers.
 * Findings that the body of a `POST` accepts are counted in `accepted` and nowhere else.
 *
 * - `source`: whose numbers were checked, so that a job cannot take the sandbox for the account.
 * - `asOf`: when the numbers were read, ISO 8601 in UTC.
 * - `total`: numbers checked; `skipped`: invalid rows, which were not checked.
 * - `counts`: numbers with a finding, by rule; every rule is listed, also with 0.
 * - `levels`: numbers with a finding, by level; a number can count in several levels.
 * - `remedies`: how to mend a finding, by rule; every rule is listed.
 * - `findings`: the worst first, then by rule and number, so that two reports can be compared.
 * - `accepted`: in `findings` the accepted findings, in `counts` the numbers with one, by rule as
 *   above.
 * - `failed`: a finding reaches the requested level; the status is then 422.
 */
export const checksReportSchema = v.object({
  source: dataSourceSchema,
  asOf: v.pipe(v.string(), v.isoTimestamp()),
  total: count,
  skipped: count,
  counts: v.record(v.string(), count),
  levels: v.object({ error: count, warning: count, info: count }),
  remedies: v.record(v.string(), v.string()),
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

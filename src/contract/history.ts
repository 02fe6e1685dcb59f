import * as v from 'valibot';
import { rentedNumberSchema } from './number.ts';
import { problemSchema } from './problem-kinds.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const moment = v.pipe(v.string(), v.isoTimestamp());

/**
 * One kept list of an account: all of its numbers at one moment.
 *
 * - `seq`: the place among the snapshots of the account, from 1, without gaps; the oldest may be gone.
 * - `asOf`: the end of the walk that read the list, ISO 8601 in UTC.
 * - `total`: its numbers; `skipped`: invalid rows that were left out.
 * - `added`, `gone`, `changed`: numbers that differ from the snapshot before; all 0 for the first.
 * - `status`: `unconfirmed` is a list that may be an error of the API: it lost many numbers, or has more
 *   invalid rows than the snapshot before. It is no snapshot yet, has the `seq` that the snapshot
 *   would get, and cannot be opened.
 */
export const snapshotSchema = v.object({
  seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
  asOf: moment,
  total: count,
  skipped: count,
  added: count,
  gone: count,
  changed: count,
  status: v.picklist(['kept', 'unconfirmed']),
});

export type Snapshot = v.InferOutput<typeof snapshotSchema>;

/**
 * The answer of `GET /api/history`.
 *
 * - `snapshots`: newest first; an unconfirmed list, if there is one, comes first.
 * - `next`: when the schedule takes the next one, or an unconfirmed list is walked again; null
 *   without a schedule.
 * - `isTaking`: a snapshot is under way, at any of the servers.
 * - `failed`: why the last try made no snapshot, and when; null after a success.
 */
export const historySchema = v.object({
  snapshots: v.array(snapshotSchema),
  next: v.nullable(moment),
  isTaking: v.boolean(),
  failed: v.nullable(v.object({ at: moment, problem: problemSchema })),
});

export type History = v.InferOutput<typeof historySchema>;

const changedNumberSchema = v.object({ before: rentedNumberSchema, after: rentedNumberSchema });

/**
 * The lines of `GET /api/history/changes?account&from&to`, one JSON object each (NDJSON): how the
 * list of the snapshot `from` became that of `to`. `passed` are numbers that are in neither, but in a
 * snapshot between them, as they last were; an older server sends none and does not count them. A
 * number comes once. `done` or `failed` is the last line; a stream without either was cut off.
 *
 * `GET /api/history/list?account&seq&<selection>` has the lines of `contract/inventory.ts` instead,
 * with `asOf` and `skipped` of the snapshot in its `done`.
 */
export const changesEventSchema = v.variant('event', [
  v.object({ event: v.literal('added'), numbers: v.array(rentedNumberSchema) }),
  v.object({ event: v.literal('gone'), numbers: v.array(rentedNumberSchema) }),
  v.object({ event: v.literal('changed'), numbers: v.array(changedNumberSchema) }),
  v.object({ event: v.literal('passed'), numbers: v.array(rentedNumberSchema) }),
  v.object({
    event: v.literal('done'),
    ...{ added: count, gone: count, changed: count, passed: v.optional(count, 0) },
  }),
  v.object({ event: v.literal('failed'), problem: problemSchema }),
]);

export type ChangesEvent = v.InferOutput<typeof changesEventSchema>;

const placeSchema = v.object({ seq: count, asOf: moment });

/**
 * The answer of `GET /api/history/number?account&number_sid`: one number through the kept snapshots.
 *
 * - `since`: the oldest snapshot that is kept; earlier changes are not known.
 * - `first`, `last`: the first and the last snapshot with the number; null when none has it. A
 *   number whose `first` is `since` may be older.
 * - `changes`: newest first. `before` is null for an added number, `after` for one that is gone.
 */
export const numberHistorySchema = v.object({
  since: v.nullable(placeSchema),
  first: v.nullable(placeSchema),
  last: v.nullable(placeSchema),
  changes: v.array(
    v.object({
      ...placeSchema.entries,
      before: v.nullable(rentedNumberSchema),
      after: v.nullable(rentedNumberSchema),
    }),
  ),
});

export type NumberHistory = v.InferOutput<typeof numberHistorySchema>;

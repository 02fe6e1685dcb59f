import * as v from 'valibot';
import { rentedNumberSchema } from './number.ts';
import { problemSchema } from './problem-kinds.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * The totals of an earlier complete walk of the same selection; the list may have changed since.
 */
const walkEstimateSchema = v.object({ total: count, requests: count });

/**
 * The lines of `GET /api/inventory`, one JSON object each (NDJSON): a walk over every page of a
 * selection, made by the server.
 *
 * - `numbers`: a batch of numbers; each comes once in a stream, unless it was updated meanwhile.
 * - `progress`: at most ten a second. `loaded` numbers and `requests` so far in this stream,
 *   `elapsedMs` since its start. `checkpoint` lets a later walk continue behind the numbers sent so
 *   far.
 * - `done`: the last line of a walk that read everything. `total` numbers in this stream; `asOf`,
 *   the end of the walk, ISO 8601 in UTC; `skipped` invalid rows left out, those before its
 *   checkpoint included. With `snapshot`, a kept list of `contract/history.ts` answered, and no
 *   request was made.
 * - `failed`: the last line of a walk that failed. `parts` counts all parts of the list, and in
 *   `done` the parts that were read to their end.
 *
 * A stream that ends without `done` or `failed` was cut off; numbers may be missing.
 *
 * Where several servers share their walks, `numbers` and `progress` have an `id`: the same walk
 * goes on behind this event when it is asked for with `after=<id>`, at any of the servers. The
 * stream then goes on counting as if it had never been cut.
 */
export const inventoryEventSchema = v.variant('event', [
  v.object({
    event: v.literal('numbers'),
    numbers: v.array(rentedNumberSchema),
    id: v.optional(v.string()),
  }),
  v.object({
    event: v.literal('progress'),
    loaded: count,
    requests: count,
    elapsedMs: v.number(),
    estimate: v.optional(walkEstimateSchema),
    checkpoint: v.optional(v.string()),
    id: v.optional(v.string()),
  }),
  v.object({
    event: v.literal('done'),
    total: count,
    requests: count,
    elapsedMs: v.number(),
    asOf: v.pipe(v.string(), v.isoTimestamp()),
    skipped: count,
    snapshot: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  }),
  v.object({
    event: v.literal('failed'),
    problem: problemSchema,
    loaded: count,
    parts: v.object({ done: count, all: count }),
    checkpoint: v.optional(v.string()),
  }),
]);

export type InventoryEvent = v.InferOutput<typeof inventoryEventSchema>;
export type WalkEstimate = v.InferOutput<typeof walkEstimateSchema>;

export const inventoryMediaType = 'application/x-ndjson';

import * as v from 'valibot';
import { rentedNumberSchema } from './number.ts';
import { problemSchema } from './problem.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What an earlier whole walk of the same selection came to; the list may have changed since. */
export const walkEstimateSchema = v.object({ total: count, requests: count });

/**
 * The lines of `GET /api/inventory`, one JSON object each (NDJSON): a walk over every page of a
 * selection, made by the server.
 *
 * - `numbers`: a batch; each number once in a stream, unless it was updated meanwhile.
 * - `progress`: at most ten a second. `loaded` numbers so far in this stream, `requests` it took,
 *   `elapsedMs` since it began; `checkpoint` asks to go on from here, for the numbers sent so far.
 * - `done`: the last line when the walk proved that nothing is missing. `total` numbers in this
 *   stream; `asOf` is when, ISO 8601 in UTC; `skipped` rows arrived broken and were left out,
 *   before its checkpoint too.
 * - `failed`: the last line when it could not go on; `parts` of the list were read to their end.
 *
 * A stream that ends with neither of the last two was cut, and says nothing about the end.
 */
export const inventoryEventSchema = v.variant('event', [
  v.object({ event: v.literal('numbers'), numbers: v.array(rentedNumberSchema) }),
  v.object({
    event: v.literal('progress'),
    loaded: count,
    requests: count,
    elapsedMs: v.number(),
    estimate: v.optional(walkEstimateSchema),
    checkpoint: v.optional(v.string()),
  }),
  v.object({
    event: v.literal('done'),
    total: count,
    requests: count,
    elapsedMs: v.number(),
    asOf: v.pipe(v.string(), v.isoTimestamp()),
    skipped: count,
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

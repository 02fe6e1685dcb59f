import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as v from 'valibot';
import { inventoryEventSchema } from '#contract/inventory.ts';
import type { RentedNumber } from '#contract/number.ts';
import { problemCodes } from '#contract/problem-kinds.ts';
import { ProblemError } from '../problem-error.ts';
import type { WalkEvent } from '../upstream/walk.ts';

// The store holds whole lists. Values that stand by columns, at this level, take 116 bytes a row
// instead of 660; rows as they are take 135, and higher levels save less than they cost.
const level = 1;

const errorSchema = v.object({
  code: v.picklist(problemCodes),
  detail: v.string(),
  retryAfterMs: v.optional(v.number()),
  reason: v.optional(v.string()),
});

const failedSchema = v.object({
  event: v.literal('failed'),
  error: v.pipe(
    errorSchema,
    v.transform(({ code, detail, ...extras }) => new ProblemError(code, detail, extras)),
  ),
  loaded: v.number(),
  parts: v.object({ done: v.number(), all: v.number() }),
  checkpoint: v.optional(v.string()),
});

type Columns = Record<string, unknown[]>;

/** The values of some rows by their field; all rows have the same fields. */
function toColumns(rows: readonly RentedNumber[]): Columns {
  const names = Object.keys(rows[0] ?? {}) as (keyof RentedNumber)[];
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])]));
}

function toRows(columns: Columns): Record<string, unknown>[] {
  const { number_sid = [] } = columns;
  const fields = Object.entries(columns);
  return number_sid.map((_, at) =>
    Object.fromEntries(fields.map(([name, values]) => [name, values[at]])),
  );
}

/**
 * A row was validated by the replica that read it, and will be by the browser; to do so here would
 * take half a millisecond a page.
 */
const isRow = (row: unknown): row is RentedNumber =>
  typeof row === 'object' &&
  row !== null &&
  'number_sid' in row &&
  typeof row.number_sid === 'string';

const columnsSchema = v.record(v.string(), v.array(v.unknown()));

const numbersSchema = v.object({
  event: v.literal('numbers'),
  numbers: v.pipe(columnsSchema, v.transform(toRows), v.array(v.custom<RentedNumber>(isRow))),
});

const [, progressSchema, doneSchema] = inventoryEventSchema.options;

const eventSchema = v.variant('event', [numbersSchema, progressSchema, doneSchema, failedSchema]);

/** A failure without its cause, which is in the log of the replica that met it. */
const errorOf = ({ code, message: detail, retryAfterMs, reason }: ProblemError) => ({
  code,
  detail,
  retryAfterMs,
  reason,
});

function toKept(event: WalkEvent) {
  if (event.event === 'numbers') return { ...event, numbers: toColumns(event.numbers) };
  return event.event === 'failed' ? { ...event, error: errorOf(event.error) } : event;
}

/** An event of a walk as the store keeps it. */
export const packEvent = (event: WalkEvent): Buffer =>
  deflateRawSync(JSON.stringify(toKept(event)), { level });

/** @throws ValiError or another error when the bytes are no event. */
export const unpackEvent = (bytes: Uint8Array): WalkEvent =>
  v.parse(eventSchema, JSON.parse(inflateRawSync(bytes).toString()));

import * as v from 'valibot';
import { type ColumnId, columnIds, isColumnId } from '../fields/columns.ts';

const names = v.array(v.string());

/**
 * How this reader likes the table, as plain data: kept in this browser and in saved views, where
 * `parseTableTaste` reads it more leniently. Names of no column are passed over.
 */
export const tableTasteSchema = v.object({
  version: v.literal(1),
  /** Columns turned on or off; the others are as usual. */
  shown: v.record(v.string(), v.boolean()),
  /** Columns in the reader's order; those left out follow in the usual one. */
  order: names,
  /** Columns that stay in sight beside the number, which always does. */
  pinned: names,
  /** Widths in pixels; the other columns share what is left. */
  widths: v.record(v.string(), v.number()),
  isCompact: v.boolean(),
});

export type TableTaste = v.InferOutput<typeof tableTasteSchema>;

export const usualTaste: TableTaste = {
  version: 1,
  shown: {},
  order: [],
  pinned: [],
  widths: {},
  isCompact: false,
};

/** Every column, each once, from left to right: the number, what is pinned, the rest. */
export const arrangedColumns = ({ pinned, order }: TableTaste): ColumnId[] =>
  [...new Set(['number', ...pinned, ...order, ...columnIds])].filter(isColumnId);

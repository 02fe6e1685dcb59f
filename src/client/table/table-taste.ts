import * as v from 'valibot';
import { type ColumnId, columnIds, isColumnId } from '../fields/columns.tsx';

const names = v.array(v.string());

/**
 * The reader's preferences for the table as plain data, stored in this browser and in saved views,
 * where `parseTableTaste` reads them more leniently. Unknown column names are ignored.
 */
export const tableTasteSchema = v.object({
  version: v.literal(1),
  /** Columns turned on or off; other columns keep their default. */
  shown: v.record(v.string(), v.boolean()),
  /** Columns in the reader's order; missing columns follow in the default order. */
  order: names,
  /** Pinned columns; the number is always pinned. */
  pinned: names,
  /** Widths in pixels; the other columns share the remaining room. */
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

/** Every column once, from left to right: the number, the pinned columns, the others. */
export const arrangedColumns = ({ pinned, order }: TableTaste): ColumnId[] =>
  [...new Set(['number', ...pinned, ...order, ...columnIds])].filter(isColumnId);

export const isPinned = ({ pinned }: TableTaste, id: ColumnId) =>
  id === 'number' || pinned.includes(id);

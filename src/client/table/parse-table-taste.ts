import * as v from 'valibot';
import { type TableTaste, tableTasteSchema, usualTaste } from './table-taste.ts';

const { version, shown, order, pinned, widths, isCompact } = tableTasteSchema.entries;

const lenientSchema = v.object({
  version,
  shown: v.fallback(shown, usualTaste.shown),
  order: v.fallback(order, usualTaste.order),
  pinned: v.fallback(pinned, usualTaste.pinned),
  widths: v.fallback(widths, usualTaste.widths),
  isCompact: v.fallback(isCompact, usualTaste.isCompact),
});

/**
 * A table taste from a file or a saved view: each part that does not parse is as usual, and so is
 * all of it when it is of another version.
 */
export function parseTableTaste(value: unknown): TableTaste {
  const { success, output } = v.safeParse(lenientSchema, value);
  return success ? output : usualTaste;
}

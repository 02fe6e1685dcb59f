import * as v from 'valibot';
import { readViewQuery, viewQuery } from '../address/saved-view-query.ts';
import { isColumnId } from '../fields/columns.tsx';
import { formatCount } from '../lib/format.ts';
import { type TableTaste, tableTasteSchema, usualTaste } from '../table/table-taste.ts';
import { longestName, type View } from './view.ts';
import * as words from './words.ts';

const version = 1;

const fileSchema = v.object({ version: v.literal(version), views: v.array(v.unknown()) });
const viewSchema = v.looseObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longestName)),
  query: v.optional(v.string(), ''),
  table: v.optional(v.unknown(), null),
});
const known = Object.keys(viewSchema.entries);

const { shown, order, pinned, widths, isCompact } = tableTasteSchema.entries;

const lenientSchema = v.object({
  version: tableTasteSchema.entries.version,
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

export interface ParsedViews {
  views: readonly View[];
  /** A sentence for every part that could not be read. */
  dropped: readonly string[];
}

const nothing = (sentence: string): ParsedViews => ({ views: [], dropped: [sentence] });

const namesIn = ({ shown, order, pinned, widths }: TableTaste) =>
  new Set([...Object.keys(shown), ...order, ...pinned, ...Object.keys(widths)]);

function parseView(value: unknown, at: number, dropped: string[]): View | null {
  const parsed = v.safeParse(viewSchema, value);
  if (!parsed.success) {
    dropped.push(words.unreadableView(formatCount(at + 1)));
    return null;
  }
  const { name, query } = parsed.output;
  const { change, dropped: parts } = readViewQuery(query);
  const table = parsed.output.table === null ? null : parseTableTaste(parsed.output.table);
  const unknownColumns = table === null ? [] : [...namesIn(table)].filter((id) => !isColumnId(id));
  const lost = [
    ...parts,
    ...unknownColumns.map((id) => words.theColumn(id)),
    ...Object.keys(parsed.output).filter((key) => !known.includes(key)),
  ];
  if (lost.length > 0) dropped.push(words.without(name, lost));
  return {
    name,
    // The query is written anew, so that equal views have equal queries.
    query: viewQuery(change),
    table,
  };
}

/** Reads saved views from storage or a file. Unreadable parts are dropped and named; nothing throws. */
export function parseViews(file: unknown): ParsedViews {
  const parsed = v.safeParse(fileSchema, file);
  if (!parsed.success) return nothing(words.unreadable);
  const dropped: string[] = [];
  const byName = new Map<string, View>();
  for (const [at, value] of parsed.output.views.entries()) {
    const view = parseView(value, at, dropped);
    if (view) byName.set(view.name, view);
  }
  return { views: [...byName.values()], dropped };
}

/** Saved views in the form of storage and files. */
export const toViewsFile = (views: readonly View[]) => ({ version, views });

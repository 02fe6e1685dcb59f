import { type ColumnId, columnSpec } from '../../fields/columns.ts';

/** Paper shows addresses in full, and its short columns need less room than on screen. */
const widths: Partial<Record<ColumnId, number>> = {
  number: 120,
  country: 110,
  type: 64,
  capabilities: 84,
  mode: 76,
  voice_to: 190,
  messages_to: 190,
  created: 84,
  updated: 84,
};

const widthOf = (id: ColumnId) => widths[id] ?? columnSpec(id).size;

/** The share of each column in the width of the sheet, in percent. */
export function paperWidths(shown: readonly ColumnId[]): number[] {
  const all = shown.reduce((sum, id) => sum + widthOf(id), 0);
  return shown.map((id) => (100 * widthOf(id)) / all);
}

import { type ColumnId, columnSpec } from '../../fields/columns.tsx';

const widthOf = (id: ColumnId) => columnSpec(id).paperSize ?? columnSpec(id).size;

/** The share of each column in the width of the sheet, in percent. */
export function paperWidths(shown: readonly ColumnId[]): number[] {
  const all = shown.reduce((sum, id) => sum + widthOf(id), 0);
  return shown.map((id) => (100 * widthOf(id)) / all);
}

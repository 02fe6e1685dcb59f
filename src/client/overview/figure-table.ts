import { tsvCell } from '../export/tsv-cell.ts';
import { withoutIsolates } from '../lib/format.ts';

/** The figures of a picture as rows under headers: text first, then counts. */
export interface FigureTable {
  headers: readonly string[];
  rows: readonly (readonly [string, ...(string | number)[]])[];
}

/** The rows to paste into a spreadsheet. */
export const figureTsv = ({ headers, rows }: FigureTable): string =>
  [headers, ...rows]
    .map((row) => row.map((cell) => tsvCell(withoutIsolates(String(cell)))).join('\t'))
    .join('\n');

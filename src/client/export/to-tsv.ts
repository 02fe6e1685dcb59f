import { cellText, columnTexts, type ExportTable, fieldOf } from './export-table.ts';
import { joinCells, rowParts } from './row-parts.ts';
import { tsvCell } from './tsv-cell.ts';

/** Rows to paste into a spreadsheet, under a header of field names. */
export function* toTsv({ count, columns }: ExportTable): Generator<string> {
  const cells = columns.map((column) =>
    columnTexts(column, (value, field) => tsvCell(cellText(value), fieldOf(field) === 'number')),
  );
  const line = joinCells(cells, '\t');
  yield columns.map(({ field }) => field).join('\t');
  yield* rowParts(count, (row) => `\n${line(row)}`);
}

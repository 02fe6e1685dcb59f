import { cellText, columnTexts, type ExportTable } from './export-table.ts';
import { guardFormula } from './guard-formula.ts';
import { joinCells, rowParts } from './row-parts.ts';

/** Rows to paste into a spreadsheet: a header, tabs between cells; a tab or line break is a space. */
export function* toTsv({ count, columns }: ExportTable): Generator<string> {
  const cells = columns.map((column) =>
    columnTexts(column, (value, field) =>
      guardFormula(cellText(value), field).replaceAll(/[\t\r\n]+/g, ' '),
    ),
  );
  const line = joinCells(cells, '\t');
  yield columns.map(({ field }) => field).join('\t');
  yield* rowParts(count, (row) => `\n${line(row)}`);
}

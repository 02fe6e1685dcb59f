import { cellText, columnTexts, type ExportTable } from './export-table.ts';
import { guardFormula } from './guard-formula.ts';

/** Rows to paste into a spreadsheet: a header, tabs between cells; a tab or line break is a space. */
export function toTsv({ count, columns }: ExportTable): string {
  const cells = columns.map((column) =>
    columnTexts(column, (value, field) =>
      guardFormula(cellText(value), field).replaceAll(/[\t\r\n]+/g, ' '),
    ),
  );
  const lines = [columns.map(({ field }) => field).join('\t')];
  for (let row = 0; row < count; row += 1) lines.push(cells.map((cell) => cell(row)).join('\t'));
  return lines.join('\n');
}

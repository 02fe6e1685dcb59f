import { cellText, columnTexts, type ExportField, type ExportTable } from './export-table.ts';
import { guardFormula } from './guard-formula.ts';

const needsQuotes = /[",\r\n]/;

function csvCell(text: string, field: ExportField): string {
  const safe = guardFormula(text, field);
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180: a header of field names, CRLF after every record, quotes where they are needed. */
export function toCsv({ count, columns }: ExportTable): string {
  const cells = columns.map((column) =>
    columnTexts(column, (value, field) => csvCell(cellText(value), field)),
  );
  const lines = [columns.map(({ field }) => field).join(',')];
  for (let row = 0; row < count; row += 1) lines.push(cells.map((cell) => cell(row)).join(','));
  lines.push('');
  return lines.join('\r\n');
}

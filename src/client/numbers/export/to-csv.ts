import { cellText, columnTexts, type ExportField, type ExportTable } from './export-table.ts';
import { guardFormula } from './guard-formula.ts';
import { joinCells, rowParts } from './row-parts.ts';

const needsQuotes = /[",\r\n]/;

function csvCell(text: string, field: ExportField): string {
  const safe = guardFormula(text, field);
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180: a header of field names, CRLF after every record, quotes where they are needed. */
export function* toCsv({ count, columns }: ExportTable): Generator<string> {
  const cells = columns.map((column) =>
    columnTexts(column, (value, field) => csvCell(cellText(value), field)),
  );
  const record = joinCells(cells, ',');
  yield `${columns.map(({ field }) => field).join(',')}\r\n`;
  yield* rowParts(count, (row) => `${record(row)}\r\n`);
}

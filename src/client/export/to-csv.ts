import { cellText, columnTexts, type ExportTable, fieldOf } from './export-table.ts';
import { cellEnds, guardFormula } from './guard-formula.ts';
import { quoteCell } from './quote-cell.ts';
import { joinCells, rowParts } from './row-parts.ts';

/** RFC 4180 asks for less; some programs also split at semicolons, tabs or bars. */
const needsQuotes = new RegExp(`["${cellEnds}]`);

/** RFC 4180: a header of field names, CRLF after every record, quotes where they are needed. */
export function* toCsv({ count, columns }: ExportTable): Generator<string> {
  const cells = columns.map((column) =>
    columnTexts(column, (value, field) =>
      quoteCell(guardFormula(cellText(value), fieldOf(field) === 'number'), needsQuotes),
    ),
  );
  const record = joinCells(cells, ',');
  yield `${columns.map(({ field }) => field).join(',')}\r\n`;
  yield* rowParts(count, (row) => `${record(row)}\r\n`);
}

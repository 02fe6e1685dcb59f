import { cellText, columnTexts, type ExportTable, fieldOf } from './export-table.ts';
import { cellEnds, guardFormula, quoteCell, tsvCell } from './text-cells.ts';

/** Large enough to be quick, small enough for the progress to move. */
export const rowsPerPart = 4096;

/** The text of all rows, in parts of some thousand rows. */
export function* rowParts(count: number, toText: (row: number) => string): Generator<string> {
  for (let from = 0; from < count; from += rowsPerPart) {
    const to = Math.min(count, from + rowsPerPart);
    const texts: string[] = [];
    for (let row = from; row < to; row += 1) texts.push(toText(row));
    yield texts.join('');
  }
}

/** The cells of a row, joined by `separator`. */
export function joinCells(cells: readonly ((row: number) => string)[], separator: string) {
  return (row: number): string => cells.map((cell) => cell(row)).join(separator);
}

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

/** Rows to paste into a spreadsheet, under a header of field names. */
export function* toTsv({ count, columns }: ExportTable): Generator<string> {
  const cells = columns.map((column) =>
    columnTexts(column, (value, field) => tsvCell(cellText(value), fieldOf(field) === 'number')),
  );
  const line = joinCells(cells, '\t');
  yield columns.map(({ field }) => field).join('\t');
  yield* rowParts(count, (row) => `\n${line(row)}`);
}

/** An array of objects with the chosen fields, one row per line. */
export function* toJson({ count, columns }: ExportTable): Generator<string> {
  if (count === 0) {
    yield '[]\n';
    return;
  }
  const members = columns.map((column) =>
    columnTexts(column, (value, field) => `${JSON.stringify(field)}:${JSON.stringify(value)}`),
  );
  const object = joinCells(members, ',');
  yield '[';
  yield* rowParts(count, (row) => `${row === 0 ? '' : ','}\n{${object(row)}}`);
  yield '\n]\n';
}

import writeExcelFile, { type Cell } from 'write-excel-file/universal';
import * as words from '../words/app.ts';
import * as exporting from '../words/export.ts';
import {
  cellText,
  columnTexts,
  type ExportField,
  type ExportTable,
  fieldOf,
} from './export-table.ts';

/** Characters that are broken already: half of a surrogate pair, or U+FFFD. */
const broken = /[\p{Surrogate}\ufffd]/gu;
/** Control characters and noncharacters: XML forbids them or advises against them. */
const unprintable = /[^\P{Cc}\t\n\r]|\p{Noncharacter_Code_Point}/gu;
/** The beginning of a text that Excel would read as an escape: `_x0041_` means `A`. */
const escapes = /_(?=x[\da-f]{4}_)/gi;

/**
 * A text for a cell of an Excel file. XML turns a carriage return into a line feed, so the carriage
 * return is escaped as in ECMA-376, 22.9.2.19. write-excel-file drops more than it has to: U+FFFD,
 * and the character beside half of a surrogate pair.
 */
const xlsxText = (text: string): string =>
  text
    .replace(broken, '?')
    .replace(unprintable, '')
    .replace(escapes, '_x005F_')
    .replaceAll('\r', '_x000D_');

const iso8601 = /^\d{4}-\d\d-\d\dT/;

/**
 * The first day that every program reads alike from an Excel file: Excel has a 29 February 1900 and
 * LibreOffice does not, so dates before March 1900 differ by a day.
 */
const first = Date.UTC(1900, 2, 1);
const last = Date.UTC(9999, 11, 31, 23, 59, 59);

/**
 * A moment for a cell of an Excel file, whose clock is read as UTC.
 *
 * @returns null if the text is not a moment, or not one that a date cell can hold.
 */
function xlsxDate(text: string): Date | null {
  const moment = iso8601.test(text) ? Date.parse(text) : Number.NaN;
  return moment >= first && moment <= last ? new Date(moment) : null;
}

const widths: Readonly<Record<string, number>> = {
  number: 18,
  country_name: 22,
  call_controller: 40,
  msg_controller: 40,
  created: 20,
  updated: 20,
  from: 20,
  to: 20,
  findings: 40,
  changed_fields: 30,
  message: 80,
  remedy: 60,
};

const dates: ReadonlySet<string> = new Set(['created', 'updated', 'from', 'to']);
const isDate = (field: ExportField) => dates.has(fieldOf(field));

/**
 * write-excel-file keeps its texts as keys of a plain object. The text `constructor` is a key of
 * every object and would break the file. A NUL at the end makes another key of it; the library
 * removes the NUL when it writes.
 */
const guarded = (text: string) => (text in Object.prototype ? `${text}\0` : text);

/** Marked as text (`@`), so that a spreadsheet rounds no number and runs no formula. */
const textCell = (text: string) => ({ value: guarded(xlsxText(text)), type: String, format: '@' });

/** A moment as a date in UTC, which sorts; a text where it cannot be read. */
function dateCell(text: string): Cell {
  const value = xlsxDate(text);
  return value === null ? textCell(text) : { value, type: Date, format: 'yyyy-mm-dd hh:mm:ss' };
}

const header = (field: ExportField) => (isDate(field) ? exporting.inUtc(field) : field);

/** Every cell is a text, except dates, which are dates in UTC. */
export function toXlsx({ count, columns, sheet = words.product }: ExportTable): Promise<Blob> {
  const cells = columns.map((column) =>
    columnTexts(column, (value, field) => (isDate(field) ? dateCell : textCell)(cellText(value))),
  );
  const rows = Array.from({ length: count }, (_, row) => cells.map((cell) => cell(row)));
  const headers = columns.map(({ field }) => ({
    ...textCell(header(field)),
    fontWeight: 'bold' as const,
  }));
  return writeExcelFile([headers, ...rows], {
    sheet,
    stickyRowsCount: 1,
    columns: columns.map(({ field }) => ({ width: widths[fieldOf(field)] ?? 16 })),
  }).toBlob();
}

import writeExcelFile, { type Cell } from 'write-excel-file/universal';
import * as words from '../words/app.ts';
import * as exporting from '../words/export.ts';
import { cellText, columnTexts, type ExportField, type ExportTable } from './export-table.ts';
import { xlsxDate } from './xlsx-date.ts';
import { xlsxText } from './xlsx-text.ts';

const widths: Partial<Record<ExportField, number>> = {
  number: 18,
  country_name: 22,
  call_controller: 40,
  msg_controller: 40,
  created: 20,
  updated: 20,
  message: 80,
};

const dates: ReadonlySet<ExportField> = new Set(['created', 'updated'] as const);

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

const header = (field: ExportField) => (dates.has(field) ? exporting.inUtc(field) : field);

/** Every cell is a text, except dates, which are dates in UTC. */
export function toXlsx({ count, columns }: ExportTable): Promise<Blob> {
  const cells = columns.map((column) =>
    columnTexts(column, (value, field) =>
      (dates.has(field) ? dateCell : textCell)(cellText(value)),
    ),
  );
  const rows = Array.from({ length: count }, (_, row) => cells.map((cell) => cell(row)));
  const headers = columns.map(({ field }) => ({
    ...textCell(header(field)),
    fontWeight: 'bold' as const,
  }));
  return writeExcelFile([headers, ...rows], {
    sheet: words.product,
    stickyRowsCount: 1,
    columns: columns.map(({ field }) => ({ width: widths[field] ?? 16 })),
  }).toBlob();
}

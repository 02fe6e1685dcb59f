import writeExcelFile from 'write-excel-file/universal';
import * as words from '../../words/app.ts';
import { cellText, columnTexts, type ExportField, type ExportTable } from './export-table.ts';

const widths: Partial<Record<ExportField, number>> = {
  number: 18,
  country_name: 22,
  call_controller: 40,
  msg_controller: 40,
  created: 27,
  updated: 27,
  message: 80,
};

/**
 * write-excel-file keeps its texts in a plain object, where `constructor` is there already and
 * would break the file. A NUL, which it takes out of what it writes, makes it another key.
 */
const guarded = (text: string) => (text in Object.prototype ? `${text}\0` : text);

/** Every cell is text (`@`), so that a spreadsheet rounds no number and runs no formula. */
export function toXlsx({ count, columns }: ExportTable): Promise<Blob> {
  const text = (value: string) => ({ value: guarded(value), type: String, format: '@' });
  const cells = columns.map((column) => columnTexts(column, (value) => text(cellText(value))));
  const rows = Array.from({ length: count }, (_, row) => cells.map((cell) => cell(row)));
  return writeExcelFile(
    [columns.map(({ field }) => ({ ...text(field), fontWeight: 'bold' as const })), ...rows],
    {
      sheet: words.product,
      stickyRowsCount: 1,
      columns: columns.map(({ field }) => ({ width: widths[field] ?? 16 })),
    },
  ).toBlob();
}

import writeExcelFile from 'write-excel-file/universal';
import type { RentedNumber } from '#contract/number.ts';
import { cellText } from './cell-text.ts';

const widths: Partial<Record<keyof RentedNumber, number>> = {
  number: 18,
  country_name: 22,
  call_controller: 40,
  msg_controller: 40,
  created: 27,
  updated: 27,
};

/**
 * write-excel-file keeps its texts in a plain object, where `constructor` is there already and
 * would break the file. A NUL, which it takes out of what it writes, makes it another key.
 */
const guarded = (text: string) => (text in Object.prototype ? `${text}\0` : text);

/** Every cell is text (`@`), so that a spreadsheet rounds no number and runs no formula. */
export function toXlsx(
  rows: readonly RentedNumber[],
  fields: readonly (keyof RentedNumber)[],
): Promise<Blob> {
  const text = (value: string) => ({ value: guarded(value), type: String, format: '@' });
  return writeExcelFile(
    [
      fields.map((field) => ({ ...text(field), fontWeight: 'bold' as const })),
      ...rows.map((row) => fields.map((field) => text(cellText(row, field)))),
    ],
    {
      sheet: 'Rented numbers',
      stickyRowsCount: 1,
      columns: fields.map((field) => ({ width: widths[field] ?? 16 })),
    },
  ).toBlob();
}

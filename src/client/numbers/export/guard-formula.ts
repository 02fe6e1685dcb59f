import type { ExportField } from './export-table.ts';

/**
 * What makes a spreadsheet read a cell as a formula, in ASCII and full width (OWASP, CSV
 * injection). Such a cell gets an apostrophe in front, which spreadsheets take for "text".
 */
const formula = /^[=+\-@\t\r\n\0＝＋－＠]/;
const phoneNumber = /^\+?\d+$/;

export function guardFormula(text: string, field: ExportField): string {
  const isHarmless = field === 'number' && phoneNumber.test(text);
  return formula.test(text) && !isHarmless ? `'${text}` : text;
}

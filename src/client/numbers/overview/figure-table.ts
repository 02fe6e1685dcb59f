import { guardFormula } from '../export/guard-formula.ts';

/** What a picture shows, as rows under headers: text first, then counts. */
export interface FigureTable {
  headers: readonly string[];
  rows: readonly (readonly [string, ...(string | number)[]])[];
}

const cell = (value: string | number) =>
  typeof value === 'number'
    ? String(value)
    : guardFormula(value.replaceAll(/[\t\r\n]+/g, ' '), 'name');

/** The rows to paste into a spreadsheet. */
export const figureTsv = ({ headers, rows }: FigureTable): string =>
  [headers, ...rows].map((row) => row.map(cell).join('\t')).join('\n');

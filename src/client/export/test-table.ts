import type { RentedNumber } from '#contract/number.ts';
import type { ExportTable } from './export-table.ts';

/** For specs: rows as a table without shared values. */
export const plainTable = (
  rows: readonly RentedNumber[],
  fields: readonly (keyof RentedNumber)[],
): ExportTable => ({
  count: rows.length,
  columns: fields.map((field) => ({ field, values: rows.map((row) => row[field]), codes: null })),
});

/** For specs: all parts of a file as one text. */
export const whole = (parts: Iterable<string>): string => [...parts].join('');

import type { RentedNumber } from '#contract/number.ts';
import { createBreather } from '../lib/yield-to-page.ts';
import type { RowSet } from '../list/row-set.ts';

/** The fields of the column of findings. */
export const foundFields = ['finding_level', 'findings'] as const;
export type FoundField = (typeof foundFields)[number];
/** The columns of exported findings, beside those of the number. */
type FindingField = 'level' | 'rule' | 'field' | 'message' | 'remedy' | 'status' | 'note';
/** The name that a pasted list gives a number. */
type ListField = 'list_name';
/** The columns of differences between two kept lists, beside those of the number. */
type ChangeField = 'change' | 'from' | 'to' | 'changed_fields' | `${keyof RentedNumber}_before`;
export type ExportField = keyof RentedNumber | FoundField | FindingField | ListField | ChangeField;
export type ExportValue = RentedNumber[keyof RentedNumber];

/** A field of all rows. With `codes`, a row holds the index of its value; without, the value itself. */
export interface ExportColumn {
  field: ExportField;
  values: readonly ExportValue[];
  codes: Uint32Array | null;
}

interface Titled {
  /** The name of the sheet in an Excel file, where it is not that of the product. */
  sheet?: string;
}

/** The rows and fields of an export, in their order, field by field. */
export interface ExportTable extends Titled {
  count: number;
  columns: readonly ExportColumn[];
}

interface PackedColumn {
  field: ExportField;
  /** A JSON array: a worker receives one text many times faster than one text a row. */
  values: string;
  codes: Uint32Array | null;
}

export interface PackedTable extends Titled {
  count: number;
  columns: readonly PackedColumn[];
}

/** The field of the API whose values, of now or of before, a column has. */
export const fieldOf = (field: ExportField): string => field.replace(/_before$/, '');

const isCoded = (
  field: ExportField,
  columns: RowSet['columns'],
): field is keyof RowSet['columns'] => field in columns;

const isFound = (field: ExportField): field is FoundField =>
  foundFields.some((found) => found === field);

interface PackOptions {
  /** Writes the number of a row; without it, numbers keep the API's form. */
  toNumber?: ((row: RentedNumber) => string) | undefined;
  /** Gives the columns of the findings, which are not in the rows. */
  packFound?: (field: FoundField, positions: Uint32Array) => ExportColumn;
}

/** Packs rows for a worker, one column at a time so that the page can react in between. */
export async function packTable(
  { rows, columns }: RowSet,
  positions: Uint32Array,
  fields: readonly (keyof RentedNumber | FoundField)[],
  { toNumber = ({ number }) => number, packFound }: PackOptions = {},
): Promise<PackedTable> {
  const breathe = createBreather();
  const packed: PackedColumn[] = [];
  for (const field of fields) {
    if (isFound(field)) {
      const found = packFound?.(field, positions);
      if (found) packed.push({ ...found, values: JSON.stringify(found.values) });
    } else if (isCoded(field, columns)) {
      const { values, codes } = columns[field];
      const ofRows = positions.map((position) => codes[position]!);
      packed.push({ field, values: JSON.stringify(values), codes: ofRows });
    } else {
      // Every position belongs to a row.
      const values = Array.from(positions, (position) => {
        const row = rows[position]!;
        return field === 'number' ? toNumber(row) : row[field];
      });
      packed.push({ field, values: JSON.stringify(values), codes: null });
    }
    await breathe();
  }
  return { count: positions.length, columns: packed };
}

export const unpackTable = ({ columns, ...rest }: PackedTable): ExportTable => ({
  ...rest,
  // `packTable` of this same page wrote the JSON.
  columns: columns.map(({ values, ...rest }) => ({
    ...rest,
    values: JSON.parse(values) as ExportValue[],
  })),
});

/** The text of a column for each row. The work for a value is done once, however many rows share it. */
export function columnTexts<T>(
  { field, values, codes }: ExportColumn,
  toText: (value: ExportValue, field: ExportField) => T,
): (row: number) => T {
  if (codes === null) return (row) => toText(values[row] ?? null, field);
  const texts = values.map((value) => toText(value, field));
  // A code is the index of a value.
  return (row) => texts[codes[row]!]!;
}

/** A value as text, the same in every format: null is empty, a boolean is `true` or `false`. */
export const cellText = (value: ExportValue): string => (value === null ? '' : String(value));

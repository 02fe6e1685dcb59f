import type { RentedNumber } from '#contract/number.ts';
import { type CodedColumn, createCodedColumn } from './coded-column.ts';

/** Whether two rows of one number say the same, field by field. */
export function sameNumber(a: RentedNumber, b: RentedNumber): boolean {
  // Both have passed the same schema, so they have the same fields.
  return (Object.keys(a) as (keyof RentedNumber)[]).every((field) => a[field] === b[field]);
}

/** The fields whose values many rows share. */
const codedFields = [
  'account_sid',
  'name',
  'country_code',
  'country_name',
  'type',
  'call_controller',
  'call_method',
  'msg_controller',
  'msg_method',
  'call_app_sid',
  'msg_app_sid',
  'endpoint_sid',
  'mode',
  'voice',
  'messaging',
] as const;

type CodedField = (typeof codedFields)[number];

type CodedColumns = { readonly [K in CodedField]: CodedColumn<RentedNumber[K]> };

/** A version of a set: another object whenever rows were added or changed. */
export interface RowsVersion {
  readonly set: RowSet;
  readonly length: number;
  readonly edits: number;
}

/** The loaded rows: each number once, in the order of its first arrival. Rows are added or changed. */
export interface RowSet {
  readonly rows: readonly RentedNumber[];
  readonly columns: CodedColumns;
  /** How often a known row has changed. */
  readonly edits: number;
  /** The present version, for code that has to see a change. */
  readonly version: RowsVersion;
  positionOf(number_sid: string): number | undefined;
  /** Adds a number, or updates the known one in its place unless the known one is newer. */
  put(row: RentedNumber): void;
  /** Replaces a known number, whatever its dates say. */
  replace(row: RentedNumber): void;
}

/** A row without a date is older than any with one. */
const updatedAt = ({ updated }: RentedNumber) =>
  updated === null ? Number.NEGATIVE_INFINITY : Date.parse(updated);

const isNewer = (a: RentedNumber, b: RentedNumber) => updatedAt(a) >= updatedAt(b);

/** Gives equal values one shared copy: half the memory of a large account. */
function share<K extends CodedField>(
  column: CodedColumn<RentedNumber[K]>,
  position: number,
  row: RentedNumber,
  field: K,
) {
  row[field] = column.put(position, row[field]);
}

export function createRowSet(initial: Iterable<RentedNumber> = []): RowSet {
  const rows: RentedNumber[] = [];
  const positions = new Map<string, number>();
  const columns = Object.fromEntries(
    codedFields.map((field) => [field, createCodedColumn()]),
  ) as CodedColumns;
  let edits = 0;

  function write(position: number, row: RentedNumber) {
    for (const field of codedFields)
      share(columns[field] as CodedColumn<RentedNumber[typeof field]>, position, row, field);
    rows[position] = row;
  }

  function put(row: RentedNumber) {
    const position = positions.get(row.number_sid);
    if (position === undefined) {
      positions.set(row.number_sid, rows.length);
      write(rows.length, row);
      return;
    }
    const before = rows[position]!;
    if (isNewer(row, before) && !sameNumber(row, before)) replace(row);
  }

  function replace(row: RentedNumber) {
    const position = positions.get(row.number_sid);
    if (position === undefined) return;
    edits += 1;
    write(position, row);
  }

  for (const row of initial) put(row);
  let version: RowsVersion | null = null;
  const set: RowSet = {
    rows,
    columns,
    get edits() {
      return edits;
    },
    get version() {
      if (version?.length !== rows.length || version.edits !== edits) {
        version = { set, length: rows.length, edits };
      }
      return version;
    },
    positionOf: (number_sid) => positions.get(number_sid),
    put,
    replace,
  };
  return set;
}

import { gzipSync } from 'node:zlib';
import {
  ByteWriter,
  type ColumnSource,
  ParquetWriter,
  schemaFromColumnData,
} from 'hyparquet-writer';
import { breath } from './breath.ts';
import { type ColumnKind, columnNames, columns, type StoredNumber } from './stored-number.ts';

export interface ChangeRow {
  /** How the row of a changes file came about; the names of Delta's change data feed. */
  changeType: 'insert' | 'delete' | 'update_preimage' | 'update_postimage';
  row: StoredNumber;
}

/** Small enough that a reader can begin early, and large enough for small files. */
const rowsOfGroup = 5000;

const kinds = {
  text: { type: 'STRING', nullable: false },
  'optional text': { type: 'STRING', nullable: true },
  flag: { type: 'BOOLEAN', nullable: false },
} as const satisfies Record<ColumnKind, Partial<ColumnSource>>;

const compressors = { GZIP: (bytes: Uint8Array) => gzipSync(bytes, { level: 4 }) };

type Encoded<T> = readonly { name: string; kind: ColumnKind; cellOf: (row: T) => unknown }[];

async function encode<T>(
  rows: readonly T[],
  encoded: Encoded<T>,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const sources = (group: readonly T[]): ColumnSource[] =>
    encoded.map(({ name, kind, cellOf }) => ({
      name,
      data: group.map(cellOf),
      ...kinds[kind],
      // Readers find the pages of so few rows without an index of them.
      offsetIndex: false,
    }));
  const writer = new ByteWriter();
  const schema = schemaFromColumnData({ columnData: sources([]) });
  const file = new ParquetWriter({ writer, schema, codec: 'GZIP', compressors, statistics: false });
  for (let from = 0; from < rows.length; from += rowsOfGroup) {
    const group = rows.slice(from, from + rowsOfGroup);
    file.write({ columnData: sources(group), rowGroupSize: rowsOfGroup });
    await breath(signal);
  }
  file.finish();
  return writer.getBytes();
}

const listColumns = columnNames.map((name) => ({
  name,
  kind: columns[name],
  cellOf: (row: StoredNumber) => row[name],
}));

const changeColumns: Encoded<ChangeRow> = [
  { name: '_change_type', kind: 'text', cellOf: ({ changeType }) => changeType },
  ...columnNames.map((name) => ({
    name,
    kind: columns[name],
    cellOf: ({ row }: ChangeRow) => row[name],
  })),
];

/** The bytes of a whole list, which is sorted by `number_sid`. */
export const encodeList = (rows: readonly StoredNumber[], signal: AbortSignal) =>
  encode(rows, listColumns, signal);

/** The bytes of a file of changes. */
export const encodeChanges = (rows: readonly ChangeRow[], signal: AbortSignal) =>
  encode(rows, changeColumns, signal);

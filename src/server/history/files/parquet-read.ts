import { gunzipSync } from 'node:zlib';
import { type ParquetScan, parquetMetadata, parquetScan } from 'hyparquet';
import { breath } from './breath.ts';
import type { ChangeRow } from './parquet-write.ts';
import { type ColumnName, columnNames, type StoredNumber } from './stored-number.ts';

const compressors = { GZIP: (bytes: Uint8Array) => gunzipSync(bytes) };

/** Twice as fast as TextDecoder for the short texts of a list. */
const stringFromBytes = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');

function scan(bytes: Uint8Array<ArrayBuffer>): Promise<ParquetScan> {
  // A small file's bytes may be a part of memory that Node shares.
  const whole = bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
  return parquetScan({
    file: { byteLength: whole.byteLength, slice: (start, end) => whole.slice(start, end) },
    metadata: parquetMetadata(whole),
    compressors,
    parsers: { stringFromBytes },
  });
}

type Range = ParquetScan['ranges'][number];
type Values = Awaited<ReturnType<ParquetScan['readColumn']>>;

async function readRange(file: ParquetScan, range: Range): Promise<StoredNumber[]> {
  const read = await Promise.all(
    columnNames.map(async (column) => [column, await file.readColumn({ column, ...range })]),
  );
  const values: Record<ColumnName, Values> = Object.fromEntries(read);
  return Array.from({ length: range.rowEnd - range.rowStart }, (_, at) => ({
    number_sid: values.number_sid[at],
    account_sid: values.account_sid[at],
    number: values.number[at],
    number_mask: values.number_mask[at],
    name: values.name[at],
    country_code: values.country_code[at],
    country_name: values.country_name[at],
    type: values.type[at],
    call_controller: values.call_controller[at],
    call_method: values.call_method[at],
    msg_controller: values.msg_controller[at],
    msg_method: values.msg_method[at],
    call_app_sid: values.call_app_sid[at],
    msg_app_sid: values.msg_app_sid[at],
    endpoint_sid: values.endpoint_sid[at],
    created: values.created[at],
    updated: values.updated[at],
    voice: values.voice[at],
    messaging: values.messaging[at],
    mode: values.mode[at],
    has_token: values.has_token[at],
  }));
}

/** The rows of a list file, some thousand at a time. The bytes must be those that were written. */
export async function* readList(
  bytes: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): AsyncGenerator<StoredNumber[], void, void> {
  const file = await scan(bytes);
  for (const range of file.ranges) {
    await breath(signal);
    yield await readRange(file, range);
  }
}

/**
 * The rows of a changes file. The bytes must be those that were written.
 * @param sid the number that is looked for: of a file without the number, nothing else is decoded.
 */
export async function readChanges(
  bytes: Uint8Array<ArrayBuffer>,
  sid?: string,
): Promise<ChangeRow[]> {
  const file = await scan(bytes);
  if (sid !== undefined) {
    const columns = file.ranges.map((range) => file.readColumn({ column: 'number_sid', ...range }));
    const sids = await Promise.all(columns);
    if (!sids.some((column) => Array.from(column).includes(sid))) return [];
  }
  const groups = file.ranges.map(async (range) => {
    const types = await file.readColumn({ column: '_change_type', ...range });
    const rows = await readRange(file, range);
    return rows.map((row, at) => ({ changeType: types[at], row }));
  });
  return (await Promise.all(groups)).flat();
}

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readParquet, wasmMemory } from 'parquet-wasm';
import { expect, test } from 'vitest';
import { columnNames } from '../files/stored-number.ts';
import {
  dayOf,
  manyRented,
  offer,
  openTestHistory,
  rented,
  temporaryFolder,
} from './test-history.ts';

/** A C string in the reader's memory. */
function textAt(view: DataView, at: number): string {
  let end = at;
  while (view.getUint8(end) !== 0) end += 1;
  return new TextDecoder().decode(new Uint8Array(view.buffer, at, end - at));
}

const bitAt = (view: DataView, bits: number, at: number) =>
  (view.getUint8(bits + (at >> 3)) & (1 << (at & 7))) !== 0;

/**
 * The cells of one column, by Arrow's C data interface in 32 bits: ArrowArray has the length at 0,
 * the offset at 16 and the buffers at 40. `u` is text and `b` a flag.
 * Source: https://arrow.apache.org/docs/format/CDataInterface.html
 */
function cellsOf(view: DataView, array: number, format: string): unknown[] {
  const pointer = (at: number) => view.getUint32(at, true);
  const length = Number(view.getBigInt64(array, true));
  const offset = Number(view.getBigInt64(array + 16, true));
  const buffers = pointer(array + 40);
  const [valid, first, second] = [0, 4, 8].map((at) => pointer(buffers + at));
  return Array.from({ length }, (_, row) => {
    const at = row + offset;
    if (valid && !bitAt(view, valid, at)) return null;
    if (format === 'b') return bitAt(view, first ?? 0, at);
    if (format !== 'u') throw new Error(`The format ${format} is not expected.`);
    const [from, to] = [pointer((first ?? 0) + 4 * at), pointer((first ?? 0) + 4 * (at + 1))];
    return new TextDecoder().decode(new Uint8Array(view.buffer, (second ?? 0) + from, to - from));
  });
}

/** The rows of a file, read by a program of others: the Parquet reader of Apache Arrow in Rust. */
async function rowsOf(file: string): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  for (const batch of readParquet(await readFile(file)).recordBatches()) {
    const ffi = batch.intoFFI();
    const memory: { buffer: ArrayBuffer } = wasmMemory();
    const view = new DataView(memory.buffer);
    const pointers = (at: number, count: number) =>
      Array.from({ length: count }, (_, child) => view.getUint32(at + 4 * child, true));
    const [array, schema] = [ffi.arrayAddr(), ffi.schemaAddr()];
    const count = Number(view.getBigInt64(array + 32, true));
    const arrays = pointers(view.getUint32(array + 44, true), count);
    const columns = pointers(view.getUint32(schema + 32, true), count).map((column, at) => ({
      name: textAt(view, view.getUint32(column + 4, true)),
      cells: cellsOf(view, arrays[at] ?? 0, textAt(view, view.getUint32(column, true))),
    }));
    const length = Number(view.getBigInt64(array, true));
    for (let row = 0; row < length; row += 1) {
      rows.push(Object.fromEntries(columns.map(({ name, cells }) => [name, cells[row]])));
    }
    ffi.free();
  }
  return rows;
}

const first = [
  ...manyRented(6000, { call_controller: null, mode: 'live' }),
  rented({ number_sid: 'x', name: 'é😀, "quoted"', number: '112', country_code: '', voice: false }),
  rented({ number_sid: 'y', name: '', number: '372 5551 2345', created: null, has_token: true }),
];
const second = [
  rented({ number_sid: 'new' }),
  ...first.slice(3).map((row) => (row.number_sid === 'y' ? { ...row, name: 'Y' } : row)),
];

const stored = (row: object, mask: unknown) =>
  Object.fromEntries(
    columnNames.map((name) => [name, name === 'number_mask' ? mask : Reflect.get(row, name)]),
  );

test('another program reads every cell of every file', async () => {
  const path = await temporaryFolder();
  const history = (await openTestHistory(path)).account('acc-1');
  await offer(history, first, dayOf(1));
  await offer(history, second, dayOf(2));

  const names = await readdir(join(path, 'acc-1'));
  const heads = names.filter((name) => name.startsWith('head-')).sort();
  for (const [at, list] of [first, second].entries()) {
    const rows = await rowsOf(join(path, 'acc-1', heads[at] ?? ''));
    const sorted = [...list].sort((a, b) => (a.number_sid < b.number_sid ? -1 : 1));
    expect(rows).toEqual(sorted.map((row, index) => stored(row, rows[index]?.number_mask)));
    expect(rows.map(({ number_mask }) => number_mask)).toContain('+## ## #### ####');
  }

  const [changes = ''] = await readdir(join(path, 'acc-1', 'changes'));
  const rows = await rowsOf(join(path, 'acc-1', 'changes', changes));
  expect(
    rows.map(({ _change_type, number_sid, name }) => [_change_type, number_sid, name]),
  ).toEqual([
    ['insert', 'new', null],
    ['delete', 'num-000000', null],
    ['delete', 'num-000001', null],
    ['delete', 'num-000002', null],
    ['update_preimage', 'y', ''],
    ['update_postimage', 'y', 'Y'],
  ]);
});

import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import type { RentedNumber } from '#contract/number.ts';
import {
  dayOf,
  listOf,
  manyRented,
  offer,
  openTestHistory,
  temporaryFolder,
} from './test-history.ts';

const compressors = { GZIP: (bytes: Uint8Array) => gunzipSync(bytes) };

const secret = 'canary-9b1f';

/** A row that has more than the contract allows. */
const withToken = (row: RentedNumber): RentedNumber => Object.assign({ ...row }, { token: secret });

async function filesBelow(path: string) {
  const names = await readdir(path, { recursive: true });
  return Promise.all(names.map(async (name) => ({ name, status: await stat(join(path, name)) })));
}

test('only this user can open the folders and the files', async () => {
  const path = await temporaryFolder();
  const history = (await openTestHistory(join(path, 'deep', 'history'))).account('acc-1');
  await offer(history, manyRented(50), dayOf(1));
  await offer(history, manyRented(51), dayOf(2));
  await offer(history, manyRented(10), dayOf(3));
  const files = await filesBelow(path);
  expect(files.length).toBeGreaterThan(10);
  for (const { name, status } of files) {
    expect([name, status.mode & 0o777]).toEqual([name, status.isDirectory() ? 0o700 : 0o600]);
  }
});

test('no file holds a token', async () => {
  const path = await temporaryFolder();
  const history = (await openTestHistory(path)).account('acc-1');
  const list = manyRented(50, { has_token: true }).map(withToken);
  await offer(history, list, dayOf(1));
  await offer(
    history,
    list.map((row) => withToken({ ...row, name: 'new' })),
    dayOf(2),
  );
  await offer(history, [], dayOf(3));

  const files = await filesBelow(path);
  for (const { name, status } of files.filter(({ status }) => status.isFile())) {
    const bytes = await readFile(join(path, name));
    expect(status.size).toBeGreaterThan(0);
    expect(bytes.includes(secret)).toBe(false);
    if (!name.endsWith('.parquet')) continue;
    const whole = new Uint8Array(bytes).buffer;
    const rows = await parquetReadObjects({ file: whole, compressors });
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(Object.keys(rows[0] ?? {})).not.toContain('token');
  }
  expect(JSON.stringify(await listOf(history, 1))).not.toContain(secret);
});

test.each(['taken', 'taken/history'])(
  'a history at %s, where a file stands, says so',
  async (name) => {
    const path = await temporaryFolder();
    await writeFile(join(path, 'taken'), '');
    const words = `HISTORY: ${join(path, name)} cannot be written, as a file stands where a folder belongs. Move the file away.`;
    await expect(openTestHistory(join(path, name))).rejects.toThrow(new Error(words));
  },
);
